import {
  type AskedLevel,
  type ReplyOf,
  type supervision,
  supervisionTriggerLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList, rowsOf } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import type { SupervisionTab } from './search.ts';
import { supervisionListQuery } from './supervision-list.queries.ts';
import { supervisionPageText as text } from './text.ts';
import { UrgeBar } from './urge-bar.tsx';

type Row = ReplyOf<typeof supervision.listSupervisions>['rows'][number];

interface LineProps {
  row: Row;
  isOpen: boolean;
  onOpen: () => void;
  /** Null where nothing is chosen. */
  chosen: boolean | null;
  onChoose: () => void;
}

function Line({ row, isOpen, onOpen, chosen, onChoose }: LineProps) {
  const { order, supervision: one } = row;
  return (
    <OrderLine
      row={order}
      isOpen={isOpen}
      onOpen={onOpen}
      showsStatus
      hint={text.hint([
        `${one.level} ${one.levelName}`,
        supervisionTriggerLabel[one.trigger],
        one.unit.name,
        dueWords(one),
      ])}
      before={
        chosen !== null && (
          <Checkbox
            className="row-check"
            checked={chosen}
            aria-label={text.choose(order.orderNo)}
            onChange={onChoose}
          />
        )
      }
    />
  );
}

/** Until when, or that it was missed. */
function dueWords({ state, isLate, answerDueAt }: Row['supervision']): string {
  if (isLate) return text.late;
  return state === 'open' && answerDueAt !== null ? text.dueAt(shortInstant(answerDueAt)) : '';
}

interface ListProps {
  tab: SupervisionTab;
  level: AskedLevel | undefined;
  open: string | undefined;
  choose: (orderId: string) => void;
  mayUrge: boolean;
}

/** One list of the ledger; what runs may be urged together. */
export function SupervisionList({ tab, level, open, choose, mayUrge }: ListProps) {
  const list = useInfiniteQuery(supervisionListQuery(tab, level));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const urges = mayUrge && tab === 'open';
  const rows = rowsOf(list.data);
  const flip = (id: string) =>
    setChosen(
      (before) =>
        new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  return (
    <>
      {urges && rows.length > 0 && <UrgeBar rows={rows} chosen={chosen} onChosen={setChosen} />}
      <KeysetList
        query={list}
        label={text.listLabel}
        keyOf={({ order, supervision: one }) => `${order.id} ${one.no}`}
        empty={text.empty[tab]}
        unit={text.unit}
        render={(row) => (
          <Line
            row={row}
            isOpen={row.order.id === open}
            onOpen={() => choose(row.order.id)}
            chosen={urges ? chosen.has(row.order.id) : null}
            onChoose={() => flip(row.order.id)}
          />
        )}
      />
    </>
  );
}
