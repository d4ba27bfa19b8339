import { type Desk, desk, desks } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { peersQuery } from '../ui/peers.queries.ts';
import { learnServerTime } from './browser-clock.ts';
import { call } from './call.ts';

const countersQuery = queryOptions({
  queryKey: ['counters'],
  meta: { topics: [...desks.map((name) => `desk:${name}`), 'unit:'] },
  queryFn: async ({ signal }) => {
    const counters = await call(desk.counters, {}, { signal });
    learnServerTime(counters.at);
    return counters;
  },
});

/** How many wait on a desk; null while unknown. */
export function useDeskCounts(): (desk: Desk) => number | null {
  const { data } = useQuery(countersQuery);
  return (wanted) => data?.rows.find((row) => row.desk === wanted)?.count ?? null;
}

/** Counted no further: there may be more. */
export function useCappedDesks(): (desk: Desk) => boolean {
  const { data } = useQuery(countersQuery);
  return (wanted) => data?.rows.find((row) => row.desk === wanted)?.isCapped ?? false;
}

/** 数据对接: dead letters that wait for a decision and days that do not fit; 0 for whoever is not asked. */
export function useExchangeTroubles(isAsked: boolean): number {
  const { data } = useQuery({ ...peersQuery, enabled: isAsked });
  // What another asked for is in the cache, also for whoever does not ask.
  if (!isAsked) return 0;
  return data?.rows.reduce((sum, row) => sum + row.dead + row.mismatchedDays, 0) ?? 0;
}
