import { supervision } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const supervisionQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['supervision', 'order', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(supervision.readSupervision, { orderId }, { signal }),
  });

export const levelsQuery = queryOptions({
  queryKey: ['supervision', 'levels'],
  queryFn: ({ signal }) => call(supervision.listLevels, {}, { signal }),
});

export const staleAfterSupervision = [
  'supervision',
  'desk',
  'counters',
  'order',
  'order-timeline',
  'duty',
] as const;
