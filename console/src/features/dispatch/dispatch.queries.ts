import { autoDispatch, dispatch } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export const suggestionQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['suggestion', orderId],
    staleTime: 60_000,
    queryFn: ({ signal }) => call(dispatch.suggestion, { orderId }, { signal }),
  });

/** 今日自动派出: for a look. */
export const sentTodayQuery = keysetPages({
  queryKey: ['desk', 'auto-sent'],
  topics: ['auto-dispatch', 'desk:in-progress'],
  page: (from, signal) => call(autoDispatch.sentToday, from, { signal }),
});
