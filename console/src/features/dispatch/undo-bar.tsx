import { dispatch } from '@minsheng/contract';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { nowMs, useNow } from '../../shell/browser-clock.ts';
import { dispatchText } from './text.ts';

export interface RecentSend {
  orderId: string;
  /** Sent in the same step. */
  alike: readonly string[];
  orderNo: string;
  undoUntil: string;
}

export interface RecentSends {
  sends: readonly RecentSend[];
  add: (sent: RecentSend) => void;
  drop: (orderId: string) => void;
}

export function useRecentSends(): RecentSends {
  const [sends, setSends] = useState<readonly RecentSend[]>([]);
  const add = useCallback((sent: RecentSend) => setSends((all) => [...all, sent].slice(-3)), []);
  const drop = useCallback(
    (orderId: string) => setSends((all) => all.filter((one) => one.orderId !== orderId)),
    [],
  );
  return { sends, add, drop };
}

function UndoLine({ sent, onUndone }: { sent: RecentSend; onUndone: () => void }) {
  const undo = useAct(dispatch.undoSend, {
    done: dispatchText.undone,
    stale: ['desk', 'counters', 'order'],
    onDone: onUndone,
  });
  const seconds = Math.ceil((Date.parse(sent.undoUntil) - nowMs()) / 1000);
  if (seconds <= 0) return null;
  return (
    <p>
      <span>{dispatchText.undoBar(sent.orderNo)}</span>
      <Button
        size="small"
        loading={undo.isPending}
        onClick={() => undo.mutate({ orderId: sent.orderId })}
      >
        {dispatchText.undo(seconds)}
      </Button>
    </p>
  );
}

/** 撤销: sixty seconds in which a wrong dispatch costs nothing. */
export function UndoBar({ recent }: { recent: RecentSends }) {
  useNow(1);
  const alive = recent.sends.filter((sent) => Date.parse(sent.undoUntil) > nowMs());
  if (alive.length === 0) return null;
  return (
    <div className="undo-bar" role="status">
      {alive.map((sent) => (
        <UndoLine key={sent.orderId} sent={sent} onUndone={() => recent.drop(sent.orderId)} />
      ))}
    </div>
  );
}
