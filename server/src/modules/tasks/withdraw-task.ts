import type { tasks as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { mayWithdraw } from './policy.ts';
import { taskSubject } from './task.ts';
import { change, lockVisible } from './tasks.repo.ts';
import { noMoreWarnings } from './warn.ts';

/** 撤回任务, by whoever gave it; their module's door as well. */
export async function withdrawTask(
  ctx: Context,
  { taskId, reason }: InputOf<typeof contract.withdrawTask>,
): Promise<{ done: true }> {
  const task = await lockVisible(ctx, taskId);
  demand(mayWithdraw(ctx.actor, task));
  await change(ctx, taskId, {
    state: 'withdrawn',
    withdrawn_reason: reason,
    closed_by: ctx.actor.accountId,
    closed_at: ctx.now,
    asks_for_time: false,
  });
  noMoreWarnings(ctx, taskId);
  tell(ctx, taskSubject(taskId), 'tasks.withdrawn', { unit: task.unit_code });
  announce(ctx, 'tasks');
  return { done: true };
}
