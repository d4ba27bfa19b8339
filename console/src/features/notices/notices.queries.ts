import { notices, type ReplyOf } from '@minsheng/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export type TroubledNotice = ReplyOf<typeof notices.listTroubled>['rows'][number];

export const troubledQuery = infiniteQueryOptions({
  ...keysetPages({
    queryKey: ['notices', 'troubled'],
    topics: [],
    page: (from, signal) => call(notices.listTroubled, from, { signal }),
  }),
  refetchInterval: 20_000,
});
