import { handouts } from '@minsheng/contract';
import { App, Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { staleHandouts } from './handouts.queries.ts';
import { handoutText as words } from './text.ts';

/** Whom: of the call on the line, or of an order. */
export type To = { callId: string } | { orderId: string };

/** 发给来电人: asked once more, for the caller must have said yes. */
export function SendHandout({ code, title, to }: { code: string; title: string; to: To }) {
  const { modal } = App.useApp();
  const send = useAct(handouts.sendHandout, { done: words.sent, stale: staleHandouts });
  const ask = () =>
    modal.confirm({
      title,
      content: words.sendHelp,
      okText: words.send,
      onOk: () => send.mutate({ code, ...to }),
    });
  return (
    <Button size="small" loading={send.isPending} onClick={ask}>
      {words.send}
    </Button>
  );
}
