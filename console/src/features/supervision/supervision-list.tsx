import {
  type AskedLevel,
  type ReplyOf,
  type supervision,
  supervisionTriggerLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList, rowsOf } from '../../ui/keyset-list.tsx';
import { type Chosen, Tick, useChosen } from '../../ui/many-bar.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { UrgeBar } from '../../ui/supervision/urge-bar.tsx';
import type { SupervisionTab } from './search.ts';
import { supervisionListQuery } from './supervision-list.queries.ts';
import { supervisionPageText as text } from './text.ts';

type Row = ReplyOf<typeof supervision.listSupervisions>['rows'][number];

interface LineProps {
  row: Row;
  isOpen: boolean;
  onOpen: () => void;
  /** Null where nothing is chosen. */
  chosen: Chosen | null;
}

function Line({ row, isOpen, onOpen, chosen }: LineProps) {
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
      before={chosen !== null && <Tick order={order} chosen={chosen} />}
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
  const chosen = useChosen();
  const urges = mayUrge && tab === 'open';
  const rows = rowsOf(list.data);
  return (
    <>
      {urges && <UrgeBar orders={rows.map(({ order }) => order)} chosen={chosen} />}
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
            chosen={urges ? chosen : null}
          />
        )}
      />
    </>
  );
}
