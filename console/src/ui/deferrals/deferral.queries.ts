import { deferrals } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const deferralsQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['deferrals', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(deferrals.readDeferrals, { orderId }, { signal }),
  });
