import type { callBack } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
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

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  const dueAt = await nextRound(ctx, order, { step: 'redo', why });
  return { dueAt: dueAt.toISOString() };
}

interface NextRound {
  step: 'redo' | 'redo-false';
  why: orders.TextMark;
}

/** 新一轮 for whoever leads, by when. The order is held. */
export async function nextRound(
  ctx: Context,
  order: orders.Order,
  { step, why }: NextRound,
): Promise<Date> {
  refuseUnless(order.lead_unit, 'dispatch.no-lead');
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
  await orders.advance(ctx, order, step, {
    set: { round: again.round, due_at: lead?.due_at ?? null, closed_at: null, close_kind: null },
    data: { round: again.round, lead: unit.code, text: why.no, digest: why.digest },
  });
  await raiseProblem(ctx, order, again.round);
  return lead?.due_at ?? ctx.now;
}

const redosUntilRaised = 3;

/** 问题工单 (domain 2.6.5): redone three times, whoever asked for it. */
async function raiseProblem(ctx: Context, order: orders.Order, round: number): Promise<void> {
  if (round < redosUntilRaised || order.raised_at !== null) return;
  await orders.change(ctx, order.id, { raised_at: ctx.now });
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.raised', { round });
}
