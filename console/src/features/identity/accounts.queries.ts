import { identity, openApi, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';
import type { AccountsSearch } from './search.ts';

export type Account = ReplyOf<typeof identity.listAccounts>['rows'][number];

export const accountsQuery = (filters: Omit<AccountsSearch, 'open'> & { q: string }) =>
  keysetPages({
    queryKey: ['accounts', filters],
    topics: [],
    page: (from, signal) => {
      const { q, unit, role, state, waits } = filters;
      return call(
        identity.listAccounts,
        {
          ...(q === '' ? {} : { q }),
          ...(unit === undefined ? {} : { unit }),
          ...(role === undefined ? {} : { role }),
          ...(state === undefined ? {} : { state }),
          ...(waits === true ? { waits: 'true' as const } : {}),
          ...from,
        },
        { signal },
      );
    },
  });

export const apiKeysQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['api-keys', accountId],
    queryFn: ({ signal }) => call(identity.listApiKeys, { accountId }, { signal }),
  });

export const apiUseQuery = (month: string) =>
  queryOptions({
    queryKey: ['api-use', month],
    queryFn: ({ signal }) => call(identity.listApiUse, { month }, { signal }),
  });

export const accountHooksQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account-hooks', accountId],
    queryFn: ({ signal }) => call(openApi.hooksOfAccount, { accountId }, { signal }),
  });
