import { contest, falseCompletion } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const falseQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['checks', 'false', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(falseCompletion.readFalse, { orderId }, { signal }),
  });

export const contestsQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['checks', 'contests', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(contest.readContests, { orderId }, { signal }),
  });

export const staleAfterCheck = [
  'checks',
  'desk',
  'counters',
  'order',
  'order-timeline',
  'order-clocks',
  'call-back-sheet',
] as const;
