import type { Context } from '../../platform/context.ts';
import { notify } from '../notices/index.ts';
import type { Received } from './receive-appeal.ts';

/** 告知诉求人: number and query code by SMS, if there is a number to tell. */
export async function tellReceived(
  ctx: Context,
  { order, queryCode, phoneEnc }: Received,
): Promise<void> {
  if (order.status === 'disposed' || order.status === 'transferred') return;
  await notify(ctx, {
    template: templateFor(order),
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id, phoneEnc },
    orderId: order.id,
    facts: { order_no: order.order_no, query_code: queryCode, link: '/c/' },
    urgent: order.urgency === 'U1',
  });
}

function templateFor({ status, urgency, secrecy }: Received['order']) {
  if (status === 'answered') return 'answered';
  if (urgency === 'U1') return 'u1-received';
  return secrecy >= 2 ? 'received-anonymous' : 'received';
}
