import { orders, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';
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

export const searchQuery = (filters: OrdersSearch) =>
  keysetPages({
    queryKey: ['search', saidFilters(filters)],
    topics: [],
    page: (from, signal) =>
      call(orders.searchOrders, { ...saidFilters(filters), ...from }, { signal }),
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
