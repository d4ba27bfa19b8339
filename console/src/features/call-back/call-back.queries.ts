import { callBack } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const sheetQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['call-back-sheet', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(callBack.callBackSheet, { orderId }, { signal }),
  });

/** The first page has no cursor. */
const firstPage = (): string | null => null;

export const followUpsQuery = infiniteQueryOptions({
  queryKey: ['desk', 'follow-up-list'],
  meta: { topics: ['desk:follow-up'] },
  initialPageParam: firstPage(),
  queryFn: ({ pageParam, signal }) =>
    call(callBack.listFollowUps, pageParam === null ? {} : { cursor: pageParam }, { signal }),
  getNextPageParam: (last) => last.next,
});

export const staleAfterCallBack = ['call-back-sheet', 'desk', 'counters', 'order'] as const;
