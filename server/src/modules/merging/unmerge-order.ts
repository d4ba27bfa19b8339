import type { merging as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { openOf } from './members.repo.ts';
import { mayUnmerge } from './policy.ts';
import { putBack } from './put-back.ts';

/** 拆出: said with a reason; that it is the same thing stays said until somebody says otherwise. */
export async function unmergeOrder(
  ctx: Context,
  input: InputOf<typeof contract.unmergeOrder>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayUnmerge(ctx.actor, order));
  const member = await openOf(ctx, order.id);
  refuseUnless(member, 'orders.no-such-order');

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  await putBack(ctx, order, member, why);
  return { done: true };
}
