import { deferrals } from '@minsheng/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const firstPage = (): string | null => null;

/** 待审批. */
export const askedQuery = infiniteQueryOptions({
  queryKey: ['deferrals', 'asked'],
  meta: { topics: ['deferrals'] },
  initialPageParam: firstPage(),
  queryFn: ({ pageParam, signal }) =>
    call(deferrals.listDeferrals, pageParam === null ? {} : { cursor: pageParam }, { signal }),
  getNextPageParam: (last) => last.next,
});

/** 挂账台账. */
export const ledgerQuery = (state: 'open' | 'cleared') =>
  infiniteQueryOptions({
    queryKey: ['deferrals', 'ledger', state],
    meta: { topics: ['deferrals'] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(deferrals.listLedger, pageParam === null ? { state } : { state, cursor: pageParam }, {
        signal,
      }),
    getNextPageParam: (last) => last.next,
  });
