import type { Context } from '../../platform/context.ts';
import type { TaskSubject } from './subject.ts';
import { type TaskRow, taskRows } from './task-rows.ts';
import { visibleOn } from './tasks.repo.ts';

/** 所属任务: the tasks of one thing that this person may see, the latest first. */
export async function tasksOf(ctx: Context, subject: TaskSubject): Promise<TaskRow[]> {
  return taskRows(ctx, await visibleOn(ctx, { subject }));
}

/** All that are about one order, whatever they belong to. */
export async function tasksOfOrder(ctx: Context, orderId: string): Promise<TaskRow[]> {
  return taskRows(ctx, await visibleOn(ctx, { orderId }));
}
