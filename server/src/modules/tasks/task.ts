import type { TaskKind, TaskState, TaskSubjectKind } from '@minsheng/contract/words/tasks.ts';
import type { Selectable } from 'kysely';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Subject } from '../../platform/events.ts';

/** 任务, with the closed words of its columns said. */
export interface Task
  extends Omit<Selectable<DB['tasks.task']>, 'kind' | 'state' | 'subject_kind'> {
  kind: TaskKind;
  state: TaskState;
  subject_kind: TaskSubjectKind | null;
}

export type Claim = Selectable<DB['tasks.claim']>;
export type Extension = Selectable<DB['tasks.extension']>;

export const taskSubject = (id: string): Subject => ({ kind: 'task', id });

/** 任务编号, as people say it. */
export const taskNo = ({ year, number }: Pick<Task, 'year' | 'number'>): string =>
  `${year}-${number}`;
