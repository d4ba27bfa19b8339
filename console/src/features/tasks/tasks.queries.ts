import { type ReplyOf, type TaskBox, tasks, visits } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const topics = ['tasks'];
const firstPage = (): string | null => null;

export type TaskPage = ReplyOf<typeof tasks.listTasks>;
export type TaskRow = TaskPage['rows'][number];
export type Whole = ReplyOf<typeof tasks.readTask>;

/** First words of the query keys that change with a task. */
export const staleTasks = ['tasks'];

export const tasksQuery = (box: TaskBox) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'list', box],
    meta: { topics },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(tasks.listTasks, pageParam === null ? { box } : { box, cursor: pageParam }, { signal }),
    getNextPageParam: (last) => last.next,
  });

export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', taskId],
    meta: { topics },
    queryFn: ({ signal }) => call(tasks.readTask, { taskId }, { signal }),
  });

/** Who of a unit may be made responsible: those who work there. */
export const ownersQuery = (unitCode: string | null) =>
  queryOptions({
    queryKey: ['visitors', unitCode],
    enabled: unitCode !== null,
    queryFn: ({ signal }) => call(visits.listVisitors, { unitCode: unitCode ?? '' }, { signal }),
  });
