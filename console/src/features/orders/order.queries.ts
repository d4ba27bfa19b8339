import { orders, type ReplyOf } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import type { OrdersSearch } from './search.ts';

export type ClockView = ReplyOf<typeof orders.clocks>['rows'][number];
export type StatutoryView = ReplyOf<typeof orders.clocks>['statutory'][number];
export type ClockName = ClockView['name'];
export type TimelineView = ReplyOf<typeof orders.timeline>;

export const clocksQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['order-clocks', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(orders.clocks, { orderId }, { signal }),
  });

/** Filters as the server takes them: what is not said is left out. */
export function saidFilters(filters: OrdersSearch): OrdersSearch {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** The first page has no cursor. */
const firstPage = (): string | null => null;

export const searchQuery = (filters: OrdersSearch) =>
  infiniteQueryOptions({
    queryKey: ['search', saidFilters(filters)],
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(
        orders.searchOrders,
        { ...saidFilters(filters), ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    getNextPageParam: (last) => last.next,
  });

/** Everything a step on an order makes stale. */
export const staleAfterOrder = [
  'order',
  'order-timeline',
  'order-clocks',
  'issue',
  'same-thing',
  'desk',
  'counters',
  'search',
] as const;
