import { letters, nodes, type ReplyOf, tasks } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type NodeList = ReplyOf<typeof nodes.listNodes>;
export type NodeBrief = NodeList['rows'][number];
export type NodeWhole = ReplyOf<typeof nodes.readNode>;
export type Candidate = NodeWhole['candidates'][number];
export type WatchBrief = ReplyOf<typeof nodes.listWatches>['rows'][number];
export type WatchWhole = ReplyOf<typeof nodes.readWatch>;
export type Zero = ReplyOf<typeof nodes.readZero>;
export type Board = ReplyOf<typeof nodes.readNodeBoard>;

export type Quiet = ReplyOf<typeof nodes.readQuiet>;

const topics = ['nodes'];
/** First words of the query keys that change with a node. */
export const staleNodes = ['nodes'];

export const nodesQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['nodes', 'list', year ?? null],
    meta: { topics },
    queryFn: ({ signal }) => call(nodes.listNodes, year === undefined ? {} : { year }, { signal }),
  });

export const nodeQuery = (nodeId: string) =>
  queryOptions({
    queryKey: ['nodes', 'one', nodeId],
    meta: { topics },
    queryFn: ({ signal }) => call(nodes.readNode, { nodeId }, { signal }),
  });

export const behindQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ['nodes', 'behind', candidateId],
    queryFn: ({ signal }) => call(nodes.listBehind, { candidateId }, { signal }),
  });

export const watchesQuery = (nodeId: string) =>
  queryOptions({
    queryKey: ['nodes', 'watches', nodeId],
    meta: { topics },
    queryFn: ({ signal }) => call(nodes.listWatches, { nodeId }, { signal }),
  });

export const watchQuery = (watchId: string) =>
  queryOptions({
    queryKey: ['nodes', 'watch', watchId],
    meta: { topics: [...topics, 'meetings'] },
    queryFn: ({ signal }) => call(nodes.readWatch, { watchId }, { signal }),
  });

export const zeroQuery = (watchId: string) =>
  queryOptions({
    queryKey: ['nodes', 'zero', watchId],
    meta: { topics },
    queryFn: ({ signal }) => call(nodes.readZero, { watchId }, { signal }),
  });

/** New orders are heard by the desks they come to; that a limit runs out nobody tells. */
export const boardQuery = (nodeId: string) =>
  queryOptions({
    queryKey: ['nodes', 'board', nodeId],
    meta: { topics: [...topics, 'desk:to-dispatch', 'desk:to-accept'] },
    queryFn: ({ signal }) => call(nodes.readNodeBoard, { nodeId }, { signal }),
    refetchInterval: 60_000,
  });

export const lettersOfQuery = (concernId: string) =>
  queryOptions({
    queryKey: ['letters', 'of', concernId],
    meta: { topics: ['letters'] },
    queryFn: ({ signal }) => call(letters.listLetters, { concernId }, { signal }),
  });

export const planQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['tasks', 'of', subjectId],
    meta: { topics: ['tasks'] },
    queryFn: ({ signal }) => call(tasks.listTasks, { subjectId, box: 'all' }, { signal }),
  });

export const quietQuery = (nodeId: string) =>
  queryOptions({
    queryKey: ['nodes', 'quiet', nodeId],
    meta: { topics: [...topics, 'desk:to-dispatch'] },
    queryFn: ({ signal }) => call(nodes.readQuiet, { nodeId }, { signal }),
  });
