import type { tasks as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { isTaskRunning, taskSubjectKindLabel } from '@minsheng/contract/words/tasks.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import * as organisation from '../organisation/index.ts';
import { subjectLabels } from './subject.ts';
import { type Task, taskNo } from './task.ts';
import { taskText } from './text.ts';

export type TaskRow = ReplyOf<typeof contract.listTasks>['rows'][number];

export async function taskRows(ctx: Context, tasks: readonly Task[]): Promise<TaskRow[]> {
  const [units, people, labels] = await Promise.all([
    organisation.unitsIfKnown(
      ctx,
      tasks.map(({ unit_code }) => unit_code),
    ),
    accountNames(
      ctx,
      tasks.map(({ owner_id }) => owner_id),
    ),
    subjectLabels(ctx, tasks),
  ]);
  return tasks.map((task) => ({
    id: task.id,
    taskNo: taskNo(task),
    kind: task.kind,
    title: task.title || taskText.gone,
    state: task.state,
    unit: organisation.briefOf(units, task.unit_code),
    owner: task.owner_id === null ? null : (people.get(task.owner_id) ?? null),
    subject: subjectOf(ctx, task, labels),
    givenAt: task.given_at.toISOString(),
    dueAt: task.due_at.toISOString(),
    isLate: task.late_at !== null || (isTaskRunning(task.state) && task.due_at < ctx.now),
    asksForTime: task.asks_for_time,
  }));
}

/** The way there is shown to whoever may open it: a unit given something may hold neither the order nor the issue. */
function subjectOf(
  { actor }: Context,
  { subject_kind: kind, subject_id: id }: Task,
  labels: ReadonlyMap<string, string>,
): TaskRow['subject'] {
  if (kind === null || id === null) return null;
  const mayOpen = kind === 'order' ? labels.has(id) : kind !== 'issue' || actor.scope === 'all';
  return { kind, id, label: labels.get(id) ?? taskSubjectKindLabel[kind], mayOpen };
}
