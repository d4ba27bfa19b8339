import { type Desk, desk, desks } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
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
