import type { callBack } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { addDuties, limitsFor, ofOrder, revokeAll } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { attemptsOf } from './attempts.repo.ts';
import { heard, mayRedo } from './policy.ts';

/** T20 重办: a new round for the same lead, half the limit, one working day at least; twice at most. */
export async function redo(
  ctx: Context,
  input: InputOf<typeof callBack.redo>,
): Promise<ReplyOf<typeof callBack.redo>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayRedo(ctx.actor, order));
  refuseUnless(heard(order, await attemptsOf(ctx, order.id)).length > 0, 'call-back.nobody-asked');
  refuseUnless(order.lead_unit, 'dispatch.no-lead');

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  await revokeAll(ctx, await ofOrder(ctx, order.id));
  const again = { ...order, round: order.round + 1 };
  const unit = await organisation.unit(ctx, order.lead_unit);
  const [lead] = await addDuties(ctx, {
    order: again,
    units: [{ unit, role: 'lead', isOverride: false }],
    limits: await limitsFor(ctx, again),
    rowId: null,
    guardReasonNo: null,
    noteNo: why.no,
  });
  await orders.advance(ctx, order, 'redo', {
    set: { round: again.round, due_at: lead?.due_at ?? null },
    data: { round: again.round, lead: unit.code, text: why.no, digest: why.digest },
  });
  return { dueAt: (lead?.due_at ?? ctx.now).toISOString() };
}
