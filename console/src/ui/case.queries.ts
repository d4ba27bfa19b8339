import { issues, orders, warnings } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../shell/call.ts';

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
