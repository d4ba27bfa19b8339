import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { promiseResultLabel } from '@minsheng/contract/words/media.ts';
import type { TaskState } from '@minsheng/contract/words/tasks.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { giveTask } from '../tasks/index.ts';
import { callsOf, lockDay } from './days.repo.ts';
import { mayPlan } from './policy.ts';
import { beginPromiseWait, endPromiseWait } from './promise-wait.ts';
import { changePromise, findPromise, insertPromise, promisesOfDay } from './promises.repo.ts';
import { daySubject } from './subjects.ts';
import { mediaText } from './text.ts';

const longestTitle = 80;

/** 承诺: what the leader said to a caller becomes a task of a unit, due on the day that was said. */
export async function addPromise(
  ctx: Context,
  { dayId, orderId, words, unit, promisedOn }: InputOf<typeof contract.addPromise>,
): Promise<ReplyOf<typeof contract.addPromise>> {
  const day = await lockDay(ctx, dayId);
  demand(mayPlan(ctx.actor));
  refuseUnless(day.state !== 'cancelled', 'media.day-over');
  const called = await callsOf(ctx, dayId);
  refuseUnless(
    called.some(({ order_id }) => order_id === orderId),
    'media.not-called',
  );
  const task = await giveTask(ctx, {
    kind: 'assigned',
    title: mediaText.promiseTitle(day.leader).slice(0, longestTitle),
    wanted: words,
    unit,
    limit: { kind: 'on-day', on: promisedOn },
    subject: { kind: 'order', id: orderId },
  });
  const no = (await promisesOfDay(ctx, dayId)).length + 1;
  const dueAt = new Date(task.dueAt);
  await insertPromise(ctx, {
    ...{ day_id: dayId, no, order_id: orderId, words },
    ...{ unit_code: unit, due_at: dueAt, task_id: task.taskId },
  });
  await beginPromiseWait(ctx, { dayId, no }, dueAt);
  const about = { no, order: orderId, task: task.taskId, dueAt: task.dueAt };
  tell(ctx, daySubject(dayId), 'media.promised', about);
  announce(ctx, 'media');
  return { no, taskId: task.taskId, taskNo: task.taskNo };
}

/** 还没有结果: its task may still be done. */
const runs: readonly TaskState[] = ['given', 'accepted', 'claimed', 'sent-back'];

/** 办结记录: kept or partly kept only once somebody confirmed the task; not kept also when the task was taken back. */
export async function closePromise(
  ctx: Context,
  { dayId, no, result, words }: InputOf<typeof contract.closePromise>,
): Promise<{ done: true }> {
  await lockDay(ctx, dayId);
  demand(mayPlan(ctx.actor));
  const promise = await findPromise(ctx, { dayId, no });
  refuseUnless(promise, 'media.no-such-promise');
  refuseUnless(promise.closed_at === null, 'media.promise-closed');
  const isOver =
    result === 'not-kept' ? !runs.includes(promise.task_state) : promise.task_state === 'confirmed';
  refuseUnless(isOver, 'media.task-runs', { result: promiseResultLabel[result] });
  await changePromise(
    ctx,
    { dayId, no },
    {
      result,
      closed_words: words,
      closed_by: ctx.actor.accountId,
      closed_at: ctx.now,
    },
  );
  await endPromiseWait(ctx, { dayId, no });
  tell(ctx, daySubject(dayId), 'media.promise-closed', { no, result });
  announce(ctx, 'media');
  return { done: true };
}
