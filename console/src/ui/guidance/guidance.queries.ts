import { guidance } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const guidanceQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['guidance', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(guidance.readChecks, { orderId }, { signal }),
  });

export const staleAfterGuidance = [
  'guidance',
  'checks',
  'order',
  'order-timeline',
  'desk',
  'counters',
  'search',
] as const;
