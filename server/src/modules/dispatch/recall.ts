import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { ofOrder } from './assignments.repo.ts';
import { endPauses } from './pauses.ts';
import { mayChangeUnits } from './policy.ts';
import { revokeAll, unsent } from './undo-send.ts';

/** 收回: the centre takes the order back from all units to the dispatch desk; the promise to the citizen stays. */
export async function recall(
  ctx: Context,
  input: { orderId: string; reason: string },
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayChangeUnits(ctx.actor, order));

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  await endPauses(ctx, order.id);
  await revokeAll(ctx, await ofOrder(ctx, order.id), { text: why.no });
  await orders.advance(ctx, order, 'recall', {
    set: unsent,
    data: { text: why.no, digest: why.digest },
  });
  return { done: true };
}
