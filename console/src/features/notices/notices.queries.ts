import { notices, type ReplyOf } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
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

export type HeldNotice = ReplyOf<typeof notices.listHeld>['rows'][number];

export const heldQuery = infiniteQueryOptions({
  ...keysetPages({
    queryKey: ['notices', 'held'],
    topics: [],
    page: (from, signal) => call(notices.listHeld, from, { signal }),
  }),
  refetchInterval: 20_000,
});

export type NoticeRules = ReplyOf<typeof notices.readRules>;

export const rulesQuery = queryOptions({
  queryKey: ['notices', 'rules'],
  queryFn: ({ signal }) => call(notices.readRules, {}, { signal }),
});

export type NoticeTally = ReplyOf<typeof notices.readTally>;

export const tallyQuery = queryOptions({
  queryKey: ['notices', 'tally'],
  queryFn: ({ signal }) => call(notices.readTally, {}, { signal }),
  refetchInterval: 60_000,
});

export type InboxMessage = ReplyOf<typeof notices.readInbox>['rows'][number];

export const inboxQuery = (accountId: string, onlyUnread: boolean) =>
  infiniteQueryOptions({
    ...keysetPages({
      queryKey: ['inbox', onlyUnread],
      topics: [`inbox:${accountId}`],
      page: (from, signal) =>
        call(notices.readInbox, { ...from, ...(onlyUnread && { unread: 'yes' }) }, { signal }),
    }),
  });
