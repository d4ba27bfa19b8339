import { type ReplyOf, type TaskBox, tasks } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const topics = ['tasks'];
export type TaskPage = ReplyOf<typeof tasks.listTasks>;
export type TaskRow = TaskPage['rows'][number];
export type Whole = ReplyOf<typeof tasks.readTask>;

/** First words of the query keys that change with a task. */
export const staleTasks = ['tasks'];

export const tasksQuery = (box: TaskBox) =>
  keysetPages({
    queryKey: ['tasks', 'list', box],
    topics,
    page: (from, signal) => call(tasks.listTasks, { box, ...from }, { signal }),
  });

export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', taskId],
    meta: { topics },
    queryFn: ({ signal }) => call(tasks.readTask, { taskId }, { signal }),
  });
