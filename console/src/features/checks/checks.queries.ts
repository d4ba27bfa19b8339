import { contest, falseCompletion, guidance } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const firstPage = (): string | null => null;
const from = (cursor: string | null) => (cursor === null ? {} : { cursor });

export const falseListQuery = (state: 'open' | 'confirmed') =>
  infiniteQueryOptions({
    queryKey: ['checks', 'false-list', state],
    meta: { topics: ['false-completions'] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(falseCompletion.listFalse, { state, ...from(pageParam) }, { signal }),
    getNextPageParam: (last) => last.next,
  });

export const falseByUnitQuery = queryOptions({
  queryKey: ['checks', 'false-by-unit'],
  meta: { topics: ['false-completions'] },
  queryFn: ({ signal }) => call(falseCompletion.falseByUnit, {}, { signal }),
});

export const contestListQuery = (level: 'county' | 'city' | 'director') =>
  infiniteQueryOptions({
    queryKey: ['checks', 'contest-list', level],
    meta: { topics: ['contests'] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(contest.listContests, { level, ...from(pageParam) }, { signal }),
    getNextPageParam: (last) => last.next,
  });

export const exclusionsQuery = (month: string) =>
  infiniteQueryOptions({
    queryKey: ['checks', 'exclusions', month],
    meta: { topics: ['contests'] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(contest.listExclusions, { month, ...from(pageParam) }, { signal }),
    getNextPageParam: (last) => last.next,
  });

export const guidanceListQuery = (state: 'waiting' | 'decided') =>
  infiniteQueryOptions({
    queryKey: ['checks', 'guidance-list', state],
    meta: { topics: ['guidance'] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(guidance.listChecks, { state, ...from(pageParam) }, { signal }),
    getNextPageParam: (last) => last.next,
  });
