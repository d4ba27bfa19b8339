import type { Context } from '../../platform/context.ts';
import { notify } from '../notices/index.ts';
import type { Received } from './receive-appeal.ts';

/** 告知诉求人: number and query code by SMS, if there is a number to tell. */
export async function tellReceived(
  ctx: Context,
  { order, queryCode, phoneEnc }: Received,
  /** Whom the caller was put through to, while their feedback is awaited; what they were told instead of dispatch. */
  { transferTo, guidance }: { transferTo: string | null; guidance: string | null },
): Promise<void> {
  if (order.status === 'transferred') return;
  const facts = { order_no: order.order_no, query_code: queryCode, link: '/c/' };
  const notice = {
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id, phoneEnc },
    orderId: order.id,
    urgent: order.urgency === 'U1',
  } as const;
  if (order.status === 'disposed') {
    if (guidance === null) return;
    const disposition = guidance.replaceAll('{order_no}', order.order_no);
    await notify(ctx, { ...notice, template: 'disposed', facts: { ...facts, disposition } });
  } else if (transferTo)
    await notify(ctx, {
      ...notice,
      template: 'transferred',
      facts: { ...facts, channel: transferTo },
    });
  else await notify(ctx, { ...notice, template: templateFor(order), facts });
}

function templateFor({ status, urgency, secrecy }: Received['order']) {
  if (status === 'answered') return 'answered';
  if (urgency === 'U1') return 'u1-received';
  return secrecy >= 2 ? 'received-anonymous' : 'received';
}
