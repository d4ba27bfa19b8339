import { callBack, desk } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export const sheetQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['call-back-sheet', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(callBack.callBackSheet, { orderId }, { signal }),
  });

/** 待回访, each with what was last answered. */
export const callBacksQuery = keysetPages({
  queryKey: ['desk', 'call-back'],
  topics: ['desk:call-back', 'alarm:u1'],
  page: (from, signal) => call(desk.deskOrders, { desk: 'call-back', ...from }, { signal }),
});

export const followUpsQuery = keysetPages({
  queryKey: ['desk', 'follow-up-list'],
  topics: ['desk:follow-up'],
  page: (from, signal) => call(callBack.listFollowUps, from, { signal }),
});

export const staleAfterCallBack = ['call-back-sheet', 'desk', 'counters', 'order'] as const;
