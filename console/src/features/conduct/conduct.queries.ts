import { conduct } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import type { ConductTab } from './search.ts';

const firstPage = (): string | null => null;

export const marksQuery = (list: ConductTab, month: string) =>
  infiniteQueryOptions({
    queryKey: ['conduct', list, month],
    meta: { topics: ['conduct'] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(
        conduct.listMarks,
        {
          list,
          ...(list === 'month' ? { month } : {}),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    getNextPageParam: (last) => last.next,
  });

export const markQuery = (markId: string) =>
  queryOptions({
    queryKey: ['conduct', 'mark', markId],
    meta: { topics: ['conduct'] },
    queryFn: ({ signal }) => call(conduct.readMark, { markId }, { signal }),
  });
