import { isTaskRunning } from '@minsheng/contract/words/tasks.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, news, on, tell } from '../../platform/events.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import * as calendar from '../calendar/index.ts';
import { limitOf } from './due.ts';
import { type Task, taskSubject } from './task.ts';
import { change, runningAfter } from './tasks.repo.ts';
import { warnLater } from './warn.ts';

const cityChanged = job('tasks:city-changed', news);
const follow = job('tasks:follow-calendar', z.object({ after: z.uuid().nullable() }));
const tasksAtOnce = 100;

on('city.changed', cityChanged);

handle(cityChanged, async (ctx) => {
  enqueue(ctx, follow, { after: null });
});

/** Some tasks in each transaction; a time that comes out the same moves nothing, so it may run twice. */
handle(follow, async (ctx, { after }) => {
  const found = await runningAfter(ctx, { after, limit: tasksAtOnce });
  for (const task of found) await followCalendar(ctx, task);
  const last = found.at(-1);
  if (last && found.length === tasksAtOnce) enqueue(ctx, follow, { after: last.id });
});

/** 日历更正: a limit in working time is counted anew from where it began; what is over stays as it was. */
async function followCalendar(ctx: Context, task: Task): Promise<void> {
  const limit = limitOf(task.limit);
  if (!isTaskRunning(task.state) || task.late_at || limit.kind === 'on-day') return;
  const working = await calendar.workingCalendar(ctx);
  const { dueAt } = calendar.deadline({ from: task.limit_from, limit, calendar: working });
  if (dueAt.getTime() === task.due_at.getTime()) return;
  const isFirst = task.first_due_at.getTime() === task.due_at.getTime();
  await change(ctx, task.id, { due_at: dueAt, ...(isFirst && { first_due_at: dueAt }) });
  await warnLater(ctx, task.id, dueAt);
  tell(ctx, taskSubject(task.id), 'tasks.due-moved', {
    from: task.due_at.toISOString(),
    due: dueAt.toISOString(),
  });
  announce(ctx, 'tasks');
}
