import type { tasks as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import { centreLater, centreNoMore } from './centre-waits.ts';
import { dueOf } from './due.ts';
import { mayAskForTime, mayDecideOnTime } from './policy.ts';
import { taskSubject } from './task.ts';
import {
  change,
  decideExtension,
  extensionOf,
  insertExtension,
  lockVisible,
} from './tasks.repo.ts';
import { warnLater } from './warn.ts';

type Done = { done: true };

/** 申请延期: once, before it is due. */
export async function askForTime(
  ctx: Context,
  { taskId, reason, until }: InputOf<typeof contract.askForTime>,
): Promise<Done> {
  const task = await lockVisible(ctx, taskId);
  const earlier = await extensionOf(ctx, taskId);
  demand(mayAskForTime(ctx.actor, task, { earlier, now: ctx.now }));
  const untilAt = await dueOf(ctx, { kind: 'on-day', on: until }, ctx.now);
  refuseUnless(untilAt > task.due_at, 'tasks.not-later');
  await insertExtension(ctx, { task_id: taskId, reason, until_at: untilAt });
  await change(ctx, taskId, { asks_for_time: true });
  await centreLater(ctx, 'task-extension', taskId);
  tell(ctx, taskSubject(taskId), 'tasks.extension-asked', {
    unit: task.unit_code,
    until: untilAt.toISOString(),
  });
  announce(ctx, 'tasks');
  return { done: true };
}

/** 批复延期: the first time stays beside the new one. */
export async function decideOnTime(
  ctx: Context,
  { taskId, granted, reason }: InputOf<typeof contract.decideOnTime>,
): Promise<Done> {
  const task = await lockVisible(ctx, taskId);
  demand(mayDecideOnTime(ctx.actor, task));
  const asked = await extensionOf(ctx, taskId);
  refuseUnless(asked, 'tasks.nothing-asked');
  refuseUnless(granted || reason !== '', 'tasks.reason-needed');
  await decideExtension(ctx, taskId, { granted, reason });
  await centreNoMore(ctx, 'task-extension', taskId);
  // Sent back meanwhile with a later time of its own, an extension would shorten it.
  refuseUnless(!granted || asked.until_at > task.due_at, 'tasks.asked-less');
  const on = dayOf(asked.until_at.getTime(), ctx.city.zone);
  await change(ctx, taskId, {
    asks_for_time: false,
    // Asked for in time and granted late: nobody was late while it waited for the answer.
    ...(granted && {
      due_at: asked.until_at,
      late_at: null,
      limit: JSON.stringify({ kind: 'on-day', on }),
    }),
  });
  if (granted) await warnLater(ctx, taskId, asked.until_at);
  tell(ctx, taskSubject(taskId), granted ? 'tasks.extension-granted' : 'tasks.extension-refused', {
    unit: task.unit_code,
    due: (granted ? asked.until_at : task.due_at).toISOString(),
  });
  announce(ctx, 'tasks');
  return { done: true };
}
