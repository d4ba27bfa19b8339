import type { dispatch } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import * as learning from '../learning/index.ts';
import * as orders from '../orders/index.ts';
import { maySend } from './policy.ts';
import { dispatchOrder } from './send.ts';

type SendAlike = InputOf<typeof dispatch.sendAlike>;

/** 同类并派: several alike orders to the same units in one step, all or none. */
export async function sendAlike(ctx: Context, input: SendAlike): Promise<{ sent: number }> {
  const ids = [...new Set(input.orderIds)];
  for (const id of ids) await orders.findVisible(ctx, id);
  const held = await orders.lockAll(ctx, ids);
  for (const order of held) demand(maySend(ctx.actor, order, ctx.now));
  for (const order of held) {
    await dispatchOrder(ctx, order, { ...input, title: undefined, content: undefined });
    await learning.decided(ctx, order.id, { unit: input.lead });
  }
  return { sent: held.length };
}
