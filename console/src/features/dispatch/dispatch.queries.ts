import { dispatch } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const suggestionQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['suggestion', orderId],
    staleTime: 60_000,
    queryFn: ({ signal }) => call(dispatch.suggestion, { orderId }, { signal }),
  });
