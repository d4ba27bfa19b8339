import type { disputes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { lastRound, namesProperUnit } from '@minsheng/contract/words/disputes.ts';
import type { Context } from '../../platform/context.ts';
import { cancelLater } from '../../platform/jobs.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as calendar from '../calendar/index.ts';
import { type Assignment, advanceAssignment, holdDuty } from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { lapseLeft } from './lapse.ts';
import { mayAskReturn } from './policy.ts';
import { insert } from './returns.repo.ts';
import { putForward } from './sign-return.ts';

type Ask = InputOf<typeof contract.askReturn>;

/**
 * T12 退单申请, within the window, with reason, basis and the proper unit. A leader's own request is signed with it;
 * anybody else's waits for the leader. The work clock runs on, and the unit goes on speaking with the citizen.
 */
export async function askReturn(
  ctx: Context,
  input: Ask,
): Promise<ReplyOf<typeof contract.askReturn>> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayAskReturn(ctx.actor, order, duty));
  await refuseLate(ctx, duty);
  await checkProperUnit(ctx, duty, input);

  await lapseLeft(ctx, order.id);
  const words = await orders.addText(ctx, order.id, { kind: 'reason', content: input.words });
  const asked = await insert(ctx, {
    order_id: order.id,
    assignment_id: duty.id,
    unit_code: duty.unit_code,
    unit_path: duty.unit_path,
    round: Math.min(order.disputes + 1, lastRound),
    reason: input.reason,
    basis: input.basis,
    proper_unit: namesProperUnit(input.reason) ? (input.properUnit ?? null) : null,
    words_no: words.no,
    state: 'to-sign',
    asked_by: ctx.actor.accountId,
    asked_at: ctx.now,
  });
  cancelLater(ctx, `sign:${duty.id}`);
  if (ctx.actor.has('handling.sign-off')) {
    await putForward(ctx, order, duty, asked);
    return { state: 'asked' };
  }
  await advanceAssignment(ctx, duty, 'draft-return', {
    // Who says it is not theirs has read it.
    set: { signed_at: duty.signed_at ?? ctx.now },
    data: { returnReason: input.reason, text: words.no, digest: words.digest },
  });
  return { state: 'to-sign' };
}

/** 窗口: until when the return of a duty may be asked for, one working day from its dispatch. */
export async function returnWindow(ctx: Context): Promise<(duty: Sent) => Date> {
  const [limit, working] = await Promise.all([
    matters.centreLimit(ctx, 'return-window'),
    calendar.workingCalendar(ctx),
  ]);
  return ({ sent_at: from }) => calendar.deadline({ from, limit, calendar: working }).dueAt;
}

type Sent = Pick<Assignment, 'sent_at'>;

async function refuseLate(ctx: Context, duty: Assignment): Promise<void> {
  const dueAt = (await returnWindow(ctx))(duty);
  const { on, time } = organisation.cityHour(dueAt, ctx.city.zone);
  refuseUnless(ctx.now <= dueAt, 'disputes.window-over', { until: `${on} ${time}` });
}

async function checkProperUnit(ctx: Context, duty: Assignment, input: Ask): Promise<void> {
  if (!namesProperUnit(input.reason)) return;
  refuseUnless(input.properUnit, 'disputes.proper-unit');
  refuseUnless(input.properUnit !== duty.unit_code, 'disputes.same-unit');
  await organisation.unit(ctx, input.properUnit);
}
