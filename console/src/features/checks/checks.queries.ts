import { contest, falseCompletion, guidance } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export const falseListQuery = (state: 'open' | 'confirmed') =>
  keysetPages({
    queryKey: ['checks', 'false-list', state],
    topics: ['false-completions'],
    page: (from, signal) => call(falseCompletion.listFalse, { state, ...from }, { signal }),
  });

export const falseByUnitQuery = queryOptions({
  queryKey: ['checks', 'false-by-unit'],
  meta: { topics: ['false-completions'] },
  queryFn: ({ signal }) => call(falseCompletion.falseByUnit, {}, { signal }),
});

export const contestListQuery = (level: 'county' | 'city' | 'director') =>
  keysetPages({
    queryKey: ['checks', 'contest-list', level],
    topics: ['contests'],
    page: (from, signal) => call(contest.listContests, { level, ...from }, { signal }),
  });

export const exclusionsQuery = (month: string) =>
  keysetPages({
    queryKey: ['checks', 'exclusions', month],
    topics: ['contests'],
    page: (from, signal) => call(contest.listExclusions, { month, ...from }, { signal }),
  });

export const guidanceListQuery = (state: 'waiting' | 'decided') =>
  keysetPages({
    queryKey: ['checks', 'guidance-list', state],
    topics: ['guidance'],
    page: (from, signal) => call(guidance.listChecks, { state, ...from }, { signal }),
  });
