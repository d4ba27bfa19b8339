import type { tasks as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as calendar from '../calendar/index.ts';
import { centreLater, centreNoMore } from './centre-waits.ts';
import { dueOf, type TaskLimit } from './due.ts';
import { mayJudge } from './policy.ts';
import { type Claim, type Task, taskSubject } from './task.ts';
import { change, claimsOf, judge, lockVisible } from './tasks.repo.ts';
import { tellOwner, warnLater } from './warn.ts';

const leastMinutes = 240;

/** 等待确认的时间不算单位的: claimed in time and judged after it, the owner has what was left; half a day at least. */
async function timeLeft(ctx: Context, task: Task, last: Claim): Promise<TaskLimit | null> {
  if (task.due_at > ctx.now || task.late_at) return null;
  const working = await calendar.workingCalendar(ctx);
  const left = calendar.workingMinutesBetween(last.claimed_at, task.due_at, working);
  return { kind: 'working-minutes', minutes: Math.max(Math.floor(left), leastMinutes) };
}

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
  await centreNoMore(ctx, 'task-confirmation', taskId);
  if (confirmed) {
    await change(ctx, taskId, {
      state: 'confirmed',
      closed_by: ctx.actor.accountId,
      closed_at: ctx.now,
      asks_for_time: false,
    });
  } else {
    const anew = limit ?? (await timeLeft(ctx, task, last));
    const dueAt = anew ? await dueOf(ctx, anew, ctx.now) : task.due_at;
    await change(ctx, taskId, {
      state: 'sent-back',
      due_at: dueAt,
      ...(anew && { limit: JSON.stringify(anew), limit_from: ctx.now }),
    });
    await warnLater(ctx, taskId, dueAt);
    if (task.asks_for_time) await centreLater(ctx, 'task-extension', taskId);
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
