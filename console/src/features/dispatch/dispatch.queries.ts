import { autoDispatch, dispatch } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const suggestionQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['suggestion', orderId],
    staleTime: 60_000,
    queryFn: ({ signal }) => call(dispatch.suggestion, { orderId }, { signal }),
  });

const firstPage = (): string | null => null;

/** 今日自动派出: for a look. */
export const sentTodayQuery = infiniteQueryOptions({
  queryKey: ['desk', 'auto-sent'],
  meta: { topics: ['auto-dispatch', 'desk:in-progress'] },
  initialPageParam: firstPage(),
  queryFn: ({ pageParam, signal }) =>
    call(autoDispatch.sentToday, pageParam === null ? {} : { cursor: pageParam }, { signal }),
  getNextPageParam: (last) => last.next,
});
