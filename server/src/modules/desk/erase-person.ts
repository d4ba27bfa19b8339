import type { orders as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { permitted } from '../dispatch/index.ts';
import * as files from '../files/index.ts';
import * as learning from '../learning/index.ts';
import { eraseForm } from '../mechanisms/index.ts';
import { eraseMessages } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import * as requesters from '../requesters/index.ts';
import { forgetNumber } from '../telephony/index.ts';

/**
 * 删除个人信息 (个保法第四十七条): the requester, every word written about the order, what they sent and were sent, and the
 * exact place. The order, its numbers and its events stay, and the chain still verifies. It cannot be undone.
 */
export async function erasePerson(
  ctx: Context,
  { orderId, reason }: InputOf<typeof contract.erasePerson>,
): Promise<{ done: true }> {
  demand(permitted(ctx.actor, 'orders.read-secret'));
  const order = await orders.lockVisible(ctx, orderId);

  await requesters.erase(ctx, orderId);
  await orders.eraseTexts(ctx, orderId);
  await eraseForm(ctx, orderId);
  await learning.forgetPlaces(ctx, orderId);
  await files.eraseAppealFiles(ctx, orderId);
  await eraseMessages(ctx, orderId);
  if (order.call_id) await forgetNumber(ctx, order.call_id);
  await orders.change(ctx, orderId, { lng: null, lat: null });
  // Written after the rest was erased, so that it stays: why somebody asked for it.
  const why = await orders.addText(ctx, orderId, { kind: 'reason', content: reason });
  tell(ctx, { kind: 'order', id: orderId }, 'orders.person-erased', {
    text: why.no,
    digest: why.digest,
  });
  announce(ctx, `desk:${order.status}`);
  return { done: true };
}
