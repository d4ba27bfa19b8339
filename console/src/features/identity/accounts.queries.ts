import { identity, type ReplyOf } from '@minsheng/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import type { AccountsSearch } from './search.ts';

export type Account = ReplyOf<typeof identity.listAccounts>['rows'][number];

const firstPage = (): string | null => null;

export const accountsQuery = (filters: Omit<AccountsSearch, 'open'> & { q: string }) =>
  infiniteQueryOptions({
    queryKey: ['accounts', filters],
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) => {
      const { q, unit, role, state } = filters;
      return call(
        identity.listAccounts,
        {
          ...(q === '' ? {} : { q }),
          ...(unit === undefined ? {} : { unit }),
          ...(role === undefined ? {} : { role }),
          ...(state === undefined ? {} : { state }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        { signal },
      );
    },
    getNextPageParam: (last) => last.next,
  });
