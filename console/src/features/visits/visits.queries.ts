import { type ReplyOf, visits } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const topics = ['visits'];
const firstPage = (): string | null => null;

export type VisitBox = (typeof visits.visitBoxes)[number];
export type VisitRow = ReplyOf<typeof visits.listVisits>['rows'][number];
export type Whole = ReplyOf<typeof visits.readVisit>;

/** First words of the query keys that change with a visit. */
export const staleVisits = ['visits'];

export const visitsQuery = (box: VisitBox) =>
  infiniteQueryOptions({
    queryKey: ['visits', 'list', box],
    meta: { topics },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(visits.listVisits, pageParam === null ? { box } : { box, cursor: pageParam }, {
        signal,
      }),
    getNextPageParam: (last) => last.next,
  });

export const visitQuery = (visitId: string) =>
  queryOptions({
    queryKey: ['visits', 'one', visitId],
    meta: { topics },
    queryFn: ({ signal }) => call(visits.readVisit, { visitId }, { signal }),
  });

export const checklistsQuery = queryOptions({
  queryKey: ['visit-checklists'],
  queryFn: ({ signal }) => call(visits.listChecklists, {}, { signal }),
});

export const visitorsQuery = (unitCode: string | null) =>
  queryOptions({
    queryKey: ['visitors', unitCode],
    enabled: unitCode !== null,
    queryFn: ({ signal }) => call(visits.listVisitors, { unitCode: unitCode ?? '' }, { signal }),
  });
