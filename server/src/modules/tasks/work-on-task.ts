import type { tasks as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { attachTo } from '../files/index.ts';
import { centreLater } from './centre-waits.ts';
import { mayAccept, mayClaim } from './policy.ts';
import { taskSubject } from './task.ts';
import { change, claimsOf, insertClaim, lockVisible } from './tasks.repo.ts';
import { noMoreWarnings } from './warn.ts';

type Done = { done: true };

/** 签收. */
export async function acceptTask(
  ctx: Context,
  { taskId }: InputOf<typeof contract.acceptTask>,
): Promise<Done> {
  const task = await lockVisible(ctx, taskId);
  demand(mayAccept(ctx.actor, task));
  await change(ctx, taskId, {
    state: 'accepted',
    accepted_by: ctx.actor.accountId,
    accepted_at: ctx.now,
  });
  tell(ctx, taskSubject(taskId), 'tasks.accepted', { unit: task.unit_code });
  announce(ctx, 'tasks');
  return { done: true };
}

/** 报告完成, with what proves it. Its time stops; late stays late. */
export async function claimDone(
  ctx: Context,
  { taskId, words, fileIds }: InputOf<typeof contract.claimDone>,
): Promise<Done> {
  const task = await lockVisible(ctx, taskId);
  demand(mayClaim(ctx.actor, task));
  const no = (await claimsOf(ctx, taskId)).length + 1;
  await insertClaim(ctx, { task_id: taskId, no, words, file_ids: [...fileIds] });
  await attachTo(ctx, fileIds, { kind: 'task', id: taskId });
  const isLate = ctx.now > task.due_at;
  await change(ctx, taskId, {
    state: 'claimed',
    late_at: task.late_at ?? (isLate ? task.due_at : null),
  });
  noMoreWarnings(ctx, taskId);
  await centreLater(ctx, 'task-confirmation', taskId);
  tell(ctx, taskSubject(taskId), 'tasks.claimed', {
    unit: task.unit_code,
    no,
    files: [...fileIds],
    late: isLate,
  });
  announce(ctx, 'tasks');
  return { done: true };
}
