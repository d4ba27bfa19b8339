import { merging } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const mergingQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['merging', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(merging.readMerging, { orderId }, { signal }),
  });

/** What goes stale when orders are handled together, or no longer. */
export const staleAfterMerging = [
  'merging',
  'order',
  'order-timeline',
  'order-clocks',
  'issue',
  'same-thing',
  'desk',
  'counters',
  'search',
  'suggestion',
] as const;
