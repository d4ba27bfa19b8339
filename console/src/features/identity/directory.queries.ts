import { directory, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export type LinkedPerson = ReplyOf<typeof directory.listPeople>['rows'][number];
export type Comparison = ReplyOf<typeof directory.listComparisons>['rows'][number];

export type Ways = ReplyOf<typeof directory.ways>;

export const directoryQuery = queryOptions({
  queryKey: ['directory', 'comparisons'],
  queryFn: ({ signal }) => call(directory.listComparisons, {}, { signal }),
});

export const linkedQuery = keysetPages({
  queryKey: ['directory', 'people'],
  topics: [],
  page: (from, signal) => call(directory.listPeople, from, { signal }),
});
