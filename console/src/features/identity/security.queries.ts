import { type ReplyOf, signIn } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type Session = ReplyOf<typeof signIn.ownSessions>['rows'][number];
export type Rules = ReplyOf<typeof signIn.readRules>;

export const ownFactorQuery = queryOptions({
  queryKey: ['own-factor'],
  queryFn: ({ signal }) => call(signIn.ownFactor, {}, { signal }),
});

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: ({ signal }) => call(signIn.ownSessions, {}, { signal }),
});

export const accountSessionsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account-sessions', accountId],
    queryFn: ({ signal }) => call(signIn.accountSessions, { accountId }, { signal }),
  });

export const rulesQuery = queryOptions({
  queryKey: ['sign-in-rules'],
  queryFn: ({ signal }) => call(signIn.readRules, {}, { signal }),
});
