import { deferrals } from '@minsheng/contract';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

/** 待审批. */
export const askedQuery = keysetPages({
  queryKey: ['deferrals', 'asked'],
  topics: ['deferrals'],
  page: (from, signal) => call(deferrals.listDeferrals, from, { signal }),
});

/** 挂账台账. */
export const ledgerQuery = (state: 'open' | 'cleared') =>
  keysetPages({
    queryKey: ['deferrals', 'ledger', state],
    topics: ['deferrals'],
    page: (from, signal) =>
      call(
        deferrals.listLedger,
        { state, ...from },
        {
          signal,
        },
      ),
  });
