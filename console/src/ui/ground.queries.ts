import { city, files, issues, orders, warnings } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../shell/call.ts';

const groundStale = 10 * 60_000;

export const cityQuery = queryOptions({
  queryKey: ['city-facts'],
  staleTime: groundStale,
  queryFn: ({ signal }) => call(city.cityFacts, {}, { signal }),
});

export const unitsQuery = (q: string, kinds?: { parent?: string }) =>
  queryOptions({
    queryKey: ['units', q, kinds],
    staleTime: groundStale,
    queryFn: ({ signal }) =>
      call(
        city.searchUnits,
        {
          ...(q === '' ? {} : { q }),
          ...(kinds?.parent === undefined ? {} : { parent: kinds.parent }),
        },
        { signal },
      ),
  });

export const areasQuery = (ask: { parent?: string; q?: string }) =>
  queryOptions({
    queryKey: ['areas', ask],
    staleTime: groundStale,
    queryFn: ({ signal }) => call(city.listAreas, ask, { signal }),
  });

export const mattersQuery = (q: string) =>
  queryOptions({
    queryKey: ['matters', q],
    staleTime: groundStale,
    queryFn: ({ signal }) => call(city.searchMatters, q === '' ? {} : { q }, { signal }),
  });

export const matterQuery = (code: string) =>
  queryOptions({
    queryKey: ['matter', code],
    staleTime: 60_000,
    queryFn: ({ signal }) => call(city.matterDetail, { code }, { signal }),
  });

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['order', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(orders.orderPage, { orderId }, { signal }),
  });

/** `until`: as it stood at that instant. */
export const timelineQuery = (orderId: string, until?: string) =>
  queryOptions({
    queryKey: ['order-timeline', orderId, until ?? null],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) =>
      call(orders.timeline, { orderId, ...(until === undefined ? {} : { until }) }, { signal }),
  });

export const fileAddress = (fileId: string): string => `/api${files.uploadPath}/${fileId}`;

export const issueQuery = (issueId: string) =>
  queryOptions({
    queryKey: ['issue', issueId],
    meta: { topics: [`issue:${issueId}`] },
    queryFn: ({ signal }) => call(issues.issuePage, { issueId }, { signal }),
  });

export const warningQuery = (warningId: string) =>
  queryOptions({
    queryKey: ['warnings', 'one', warningId],
    meta: { topics: ['warnings'] },
    queryFn: ({ signal }) => call(warnings.readWarning, { warningId }, { signal }),
  });
