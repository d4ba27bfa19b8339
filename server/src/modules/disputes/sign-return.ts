import type { disputes as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { assignmentStateLabel } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Assignment, advanceAssignment, holdDuty } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as waits from '../waits/index.ts';
import { maySignReturn, mayWithdrawReturn } from './policy.ts';
import { change, type Return, returnsOf } from './returns.repo.ts';

/** 单位领导签字: the request goes to the centre, or the unit keeps the order. */
export async function signReturn(
  ctx: Context,
  input: InputOf<typeof contract.signReturn>,
): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(maySignReturn(ctx.actor, order, duty));
  const asked = await openReturn(ctx, duty);
  if (input.agreed) {
    await putForward(ctx, order, duty, asked);
    return { done: true };
  }
  const note = input.note
    ? await orders.addText(ctx, order.id, { kind: 'reason', content: input.note })
    : null;
  await change(ctx, asked, {
    state: 'refused',
    signed_by: ctx.actor.accountId,
    signed_at: ctx.now,
  });
  await advanceAssignment(ctx, duty, 'refuse-return', {
    data: { text: note?.no ?? null, digest: note?.digest ?? null },
  });
  return { done: true };
}

/** Signed: the order is in dispute, and the centre's limit for this round runs. */
export async function putForward(
  ctx: Context,
  order: orders.Order,
  duty: Assignment,
  asked: Return,
): Promise<void> {
  const disputed = { ...order, status: 'in-dispute' as const, disputes: order.disputes + 1 };
  const code = orders.stageLimit(disputed);
  const key = { kind: 'ruling', id: order.id, no: asked.no } as const;
  const dueAt = code === null ? null : await waits.waitForCentre(ctx, key, code);
  await change(ctx, asked, {
    state: 'asked',
    signed_by: ctx.actor.accountId,
    signed_at: ctx.now,
    due_at: dueAt,
  });
  await advanceAssignment(ctx, duty, 'ask-return', {
    set: { signed_at: duty.signed_at ?? ctx.now },
    data: { returnReason: asked.reason, text: asked.words_no, properUnit: asked.proper_unit },
  });
  await orders.advance(ctx, order, 'open-dispute', {
    set: { disputes: disputed.disputes },
    data: { round: asked.round, lead: duty.unit_code, dueAt: dueAt?.toISOString() ?? null },
  });
}

/** 撤回退单: the unit goes on working. */
export async function withdrawReturn(
  ctx: Context,
  input: InputOf<typeof contract.withdrawReturn>,
): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayWithdrawReturn(ctx.actor, duty));
  const asked = await openReturn(ctx, duty);
  await change(ctx, asked, { state: 'withdrawn' });
  await advanceAssignment(ctx, duty, 'withdraw-return');
  if (order.status === 'in-dispute')
    await orders.advance(ctx, order, 'end-dispute', {
      data: { round: asked.round, lead: duty.unit_code },
    });
  return { done: true };
}

async function openReturn(ctx: Context, duty: Assignment): Promise<Return> {
  const open = (await returnsOf(ctx, duty.order_id)).findLast(
    ({ assignment_id, state }) =>
      assignment_id === duty.id && (state === 'to-sign' || state === 'asked'),
  );
  refuseUnless(open, 'orders.stale', { status: assignmentStateLabel[duty.state] });
  return open;
}
