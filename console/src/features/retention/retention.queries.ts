import { type ReplyOf, retention } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const topics = ['retention'];
/** First word of every key here: what any act makes stale. */
export const staleRetention = ['retention'];

export type DestructionList = ReplyOf<typeof retention.readList>;
export type ListRow = ReplyOf<typeof retention.listLists>['rows'][number];
export type Hold = ReplyOf<typeof retention.listHolds>['rows'][number];
export type ClassRow = ReplyOf<typeof retention.listClasses>['rows'][number];

export const listsQuery = (state: 'open' | 'ended') =>
  keysetPages({
    queryKey: ['retention', 'lists', state],
    topics,
    page: (from, signal) => call(retention.listLists, { state, ...from }, { signal }),
  });

export const listQuery = (listId: string) =>
  queryOptions({
    queryKey: ['retention', 'list', listId],
    meta: { topics },
    queryFn: ({ signal }) => call(retention.readList, { listId }, { signal }),
  });

export const holdsQuery = (state: 'standing' | 'lifted') =>
  keysetPages({
    queryKey: ['retention', 'holds', state],
    topics,
    page: (from, signal) => call(retention.listHolds, { state, ...from }, { signal }),
  });

export const classesQuery = queryOptions({
  queryKey: ['retention', 'classes'],
  queryFn: ({ signal }) => call(retention.listClasses, {}, { signal }),
});
