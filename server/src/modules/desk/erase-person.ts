import type { orders as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { holdGroundLabel } from '@minsheng/contract/words/retention.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, Refusal, refuseUnless } from '../../platform/refusal.ts';
import { permitted } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { eraseContent } from '../retention/index.ts';

/**
 * 删除个人信息 (个保法第四十七条): the requester, every word written about the order, what they sent and were sent, and the
 * exact place. The order, its numbers and its events stay, and the chain still verifies. It cannot be undone, so what
 * is held stays as it is.
 */
export async function erasePerson(
  ctx: Context,
  { orderId, reason }: InputOf<typeof contract.erasePerson>,
): Promise<{ done: true }> {
  demand(permitted(ctx.actor, 'orders.read-secret'));
  const order = await orders.lockVisible(ctx, orderId);
  refuseUnless(order.destroyed_at === null, 'retention.destroyed');
  const ground = (await eraseContent(ctx, [order], 'wish')).get(orderId);
  if (ground) throw new Refusal('retention.held', { ground: holdGroundLabel[ground] });

  // Written after the rest was erased, so that it stays: why somebody asked for it.
  const why = await orders.addText(ctx, orderId, { kind: 'reason', content: reason });
  tell(ctx, { kind: 'order', id: orderId }, 'orders.person-erased', {
    text: why.no,
    digest: why.digest,
  });
  announce(ctx, `desk:${order.status}`);
  return { done: true };
}
