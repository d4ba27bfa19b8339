import { disputes } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const disputeQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['dispute', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(disputes.readDispute, { orderId }, { signal }),
  });
