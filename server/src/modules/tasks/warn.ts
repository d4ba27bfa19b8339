import { isTaskRunning } from '@minsheng/contract/words/tasks.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, historyOf, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import * as identity from '../identity/index.ts';
import { type Notice, notify } from '../notices/index.ts';
import * as organisation from '../organisation/index.ts';
import { warnAt } from './due.ts';
import { type Task, taskNo, taskSubject } from './task.ts';
import { change, lockVisible } from './tasks.repo.ts';

const parts = ['half', 'most', 'over'] as const;
type Part = (typeof parts)[number];

const warn = job('tasks:warn', z.object({ taskId: z.uuid(), part: z.enum(parts) }));

const keyOf = (taskId: string, part: Part): string => `task-${part}:${taskId}`;

/** 预警: at half and four fifths of the time and at its end; a moved time moves them, one that is over is told at once. */
export async function warnLater(ctx: Context, taskId: string, dueAt: Date): Promise<void> {
  const { half, most } = await warnAt(ctx, dueAt);
  for (const [part, at] of [
    ['half', half],
    ['most', most],
    ['over', dueAt],
  ] as const)
    if (part === 'over' || at >= ctx.now)
      later(ctx, warn, { taskId, part }, { at, key: keyOf(taskId, part) });
    else cancelLater(ctx, keyOf(taskId, part));
}

export function noMoreWarnings(ctx: Context, taskId: string): void {
  for (const part of parts) cancelLater(ctx, keyOf(taskId, part));
}

handle(warn, async (ctx, { taskId, part }) => {
  const task = await lockVisible(ctx, taskId);
  if (!isTaskRunning(task.state)) return;
  if (part === 'over') return overdue(ctx, task);
  await tellOwner(ctx, task, 'task-due');
  if (part === 'most') await tellLeader(ctx, task, 'task-due');
});

/** 逾期: red from here on, and late since the first time whatever is done later; each time that is missed is told once. */
async function overdue(ctx: Context, task: Task): Promise<void> {
  if (task.due_at > ctx.now) return;
  const due = task.due_at.toISOString();
  const events = await historyOf(ctx, taskSubject(task.id));
  if (events.some(({ type, data }) => type === 'tasks.overdue' && data.due === due)) return;
  await change(ctx, task.id, { late_at: task.late_at ?? task.due_at });
  await tellOwner(ctx, task, 'task-overdue');
  await tellLeader(ctx, task, 'task-overdue');
  tell(ctx, taskSubject(task.id), 'tasks.overdue', { unit: task.unit_code, due });
  announce(ctx, 'tasks');
}

type Message = 'task-given' | 'task-due' | 'task-overdue' | 'task-sent-back';
type Told = Pick<Task, 'unit_code' | 'owner_id' | 'due_at' | 'year' | 'number'>;

/** The person named, where they left a number; otherwise whoever is on duty in the unit. */
export async function tellOwner(ctx: Context, task: Told, template: Message): Promise<void> {
  const people = task.owner_id ? await identity.workersIn(ctx, [task.unit_code]) : [];
  const phoneEnc = people.find(({ id }) => id === task.owner_id)?.phoneEnc;
  await notify(ctx, {
    ...noticeOf(ctx, task, template),
    to: { kind: 'duty', unitCode: task.unit_code, position: 1, ...(phoneEnc && { phoneEnc }) },
  });
}

/** 再告知分管领导: the second of the roster; one person alone is told once. */
async function tellLeader(ctx: Context, task: Told, template: Message): Promise<void> {
  const roster = await organisation.dutyAt(ctx, task.unit_code, ctx.now);
  if (roster.length < 2) return;
  await notify(ctx, {
    ...noticeOf(ctx, task, template),
    to: { kind: 'duty', unitCode: task.unit_code, position: 2 },
  });
}

function noticeOf(ctx: Context, task: Told, template: Message): Omit<Notice<Message>, 'to'> {
  const { on, time } = organisation.cityHour(task.due_at, ctx.city.zone);
  return {
    template,
    channel: 'sms',
    facts: { task_no: taskNo(task), due: `${on} ${time}` },
    urgent: false,
  };
}
