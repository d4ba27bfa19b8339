import type { Context } from '../../platform/context.ts';
import { cancelLater } from '../../platform/jobs.ts';
import { demand } from '../../platform/refusal.ts';
import { type Assignment, advanceAssignment, type DutyKey, holdDuty } from '../dispatch/index.ts';
import { maySign } from './policy.ts';

/** T6 签收: stops the sign-in clock only; a copy is done when it is read. */
export async function sign(ctx: Context, key: DutyKey): Promise<{ isLate: boolean }> {
  const { order, duty } = await holdDuty(ctx, key);
  demand(maySign(ctx.actor, order, duty));
  const signed = await signDuty(ctx, duty);
  return { isLate: signed.signed_late };
}

/** Signs, and stills the alarm that would have rung. */
export async function signDuty(ctx: Context, duty: Assignment): Promise<Assignment> {
  const isLate = duty.sign_due_at !== null && ctx.now > duty.sign_due_at;
  cancelLater(ctx, `sign:${duty.id}`);
  const set = { signed_at: ctx.now, signed_late: isLate };
  if (duty.role === 'copy')
    return advanceAssignment(ctx, duty, 'finish-copy', { set: { ...set, done_at: ctx.now } });
  return advanceAssignment(ctx, duty, 'sign', { set, data: { late: isLate } });
}
