import type { tasks as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dueOf } from './due.ts';
import { mayJudge } from './policy.ts';
import { taskSubject } from './task.ts';
import { change, claimsOf, judge, lockVisible } from './tasks.repo.ts';
import { tellOwner, warnLater } from './warn.ts';

/** 确认完成, or 退回 with a reason: then its owner has it again, in the old time or a new one. */
export async function judgeClaim(
  ctx: Context,
  { taskId, confirmed, reason, limit }: InputOf<typeof contract.judgeClaim>,
): Promise<{ done: true }> {
  const task = await lockVisible(ctx, taskId);
  const last = (await claimsOf(ctx, taskId)).at(-1) ?? null;
  demand(mayJudge(ctx.actor, task, last));
  refuseUnless(last, 'tasks.no-such-task');
  refuseUnless(confirmed || reason !== '', 'tasks.reason-needed');
  await judge(ctx, last, { confirmed, reason });
  if (confirmed) {
    await change(ctx, taskId, {
      state: 'confirmed',
      closed_by: ctx.actor.accountId,
      closed_at: ctx.now,
      asks_for_time: false,
    });
  } else {
    const dueAt = limit ? await dueOf(ctx, limit, ctx.now) : task.due_at;
    await change(ctx, taskId, {
      state: 'sent-back',
      due_at: dueAt,
      ...(limit && { limit: JSON.stringify(limit), limit_from: ctx.now }),
    });
    await warnLater(ctx, taskId, dueAt);
    await tellOwner(ctx, { ...task, due_at: dueAt }, 'task-sent-back');
  }
  tell(ctx, taskSubject(taskId), confirmed ? 'tasks.confirmed' : 'tasks.sent-back', {
    unit: task.unit_code,
    no: last.no,
    late: task.late_at !== null,
  });
  announce(ctx, 'tasks');
  return { done: true };
}
