import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { uiText } from './text.ts';

const words = uiText.many;

export interface Chosen {
  ids: ReadonlySet<string>;
  set: (ids: ReadonlySet<string>) => void;
  flip: (id: string) => void;
}

/** The orders ticked in a list. */
export function useChosen(): Chosen {
  const [ids, set] = useState<ReadonlySet<string>>(new Set());
  const flip = (id: string) =>
    set(
      (before) =>
        new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  return { ids, set, flip };
}

interface Named {
  id: string;
  orderNo: string;
}

export function Tick({ order, chosen }: { order: Named; chosen: Chosen }) {
  return (
    <Checkbox
      className="row-check"
      checked={chosen.ids.has(order.id)}
      aria-label={words.choose(order.orderNo)}
      onChange={() => chosen.flip(order.id)}
    />
  );
}

/** What became of one order of many: done, or why not. */
export interface ActedOn {
  orderId: string;
  why: string | null;
}

interface ManyBarProps {
  orders: readonly Named[];
  chosen: Chosen;
  most: number;
  chooseAll: string;
  label: (count: number) => string;
  done: (count: number) => string;
  isPending: boolean;
  onAct: (orderIds: string[]) => void;
  /** Null before anything was done, and once it was read. */
  results: readonly ActedOn[] | null;
  onRead: () => void;
}

/** 批量: one act on all that are ticked; whatever was not done is named with the reason. */
export function ManyBar(props: ManyBarProps) {
  if (props.orders.length === 0 && props.results === null) return null;
  return (
    <div className="gap-below no-print">
      {props.orders.length > 0 && <Controls {...props} />}
      <Results {...props} />
    </div>
  );
}

function Controls({ orders, chosen, most, chooseAll, label, isPending, onAct }: ManyBarProps) {
  const ids = orders.map(({ id }) => id).slice(0, most);
  const isAll = ids.every((id) => chosen.ids.has(id));
  return (
    <div className="inline">
      <Checkbox checked={isAll} onChange={() => chosen.set(new Set(isAll ? [] : ids))}>
        {chooseAll}
      </Checkbox>
      <Button
        type="primary"
        disabled={chosen.ids.size === 0 || chosen.ids.size > most}
        loading={isPending}
        onClick={() => onAct([...chosen.ids])}
      >
        {label(chosen.ids.size)}
      </Button>
      <span className="soft">{words.most(most)}</span>
    </div>
  );
}

function Results({ orders, results, done, onRead }: ManyBarProps) {
  if (results === null) return null;
  const refused = results.filter(({ why }) => why !== null);
  const noOf = (orderId: string) => orders.find(({ id }) => id === orderId)?.orderNo ?? '';
  return (
    <Alert
      type={refused.length === 0 ? 'success' : 'warning'}
      showIcon
      closable={{ onClose: onRead }}
      title={done(results.length - refused.length)}
      description={
        refused.length > 0 && (
          <ul>
            {refused.map(({ orderId, why }) => (
              <li key={orderId}>{words.notDone(noOf(orderId), why ?? '')}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
