import { type ReplyOf, type VisitBox, visits } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const topics = ['visits'];
export type VisitRow = ReplyOf<typeof visits.listVisits>['rows'][number];
export type Whole = ReplyOf<typeof visits.readVisit>;

/** First words of the query keys that change with a visit. */
export const staleVisits = ['visits'];

export const visitsQuery = (box: VisitBox) =>
  keysetPages({
    queryKey: ['visits', 'list', box],
    topics,
    page: (from, signal) =>
      call(
        visits.listVisits,
        { box, ...from },
        {
          signal,
        },
      ),
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
