import { dispatch } from '@minsheng/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useCallback, useState } from 'react';
import { nowMs, useNow } from '../../shell/browser-clock.ts';
import { call } from '../../shell/call.ts';
import { newKey } from '../../shell/key.ts';
import { dispatchText } from './text.ts';

export interface RecentSend {
  orderId: string;
  /** Sent in the same step. */
  alike: readonly string[];
  orderNo: string;
  title: string;
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

/** What was sent in one step comes back in one; an order somebody signed meanwhile stays, and is counted. */
function useUndoStep(sent: RecentSend, onUndone: () => void) {
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const ids = [sent.orderId, ...sent.alike];
      const ended = await Promise.allSettled(
        ids.map((orderId) => call(dispatch.undoSend, { orderId }, { idempotencyKey: newKey() })),
      );
      return ended.filter(({ status }) => status === 'rejected').length;
    },
    onSuccess: (kept) => {
      if (kept === 0) message.success(dispatchText.undone);
      else message.warning(dispatchText.undoneBut(kept), 6);
      onUndone();
    },
    onSettled: () =>
      Promise.all(
        ['desk', 'counters', 'order'].map((word) => client.invalidateQueries({ queryKey: [word] })),
      ),
  });
}

function UndoLine({ sent, onUndone }: { sent: RecentSend; onUndone: () => void }) {
  const undo = useUndoStep(sent, onUndone);
  const seconds = Math.ceil((Date.parse(sent.undoUntil) - nowMs()) / 1000);
  if (seconds <= 0) return null;
  return (
    <p>
      <span>
        {dispatchText.undoBar(sent.orderNo, sent.alike.length)} <small>{sent.title}</small>
      </span>
      <Button size="small" loading={undo.isPending} onClick={() => undo.mutate()}>
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
