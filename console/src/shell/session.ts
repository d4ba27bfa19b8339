import { identity, type Permission, type ReplyOf } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { learnServerTime } from './browser-clock.ts';
import { call, Refused } from './call.ts';

export type Me = ReplyOf<typeof identity.me>;

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      const me = await call(identity.me, {}, { signal });
      learnServerTime(me.now);
      return me;
    } catch (cause) {
      if (cause instanceof Refused && cause.status === 401) return null;
      throw cause;
    }
  },
});

/** The person in front of the screen; only below the sign-in gate. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (data === undefined || data === null) throw new Error('useMe stands outside the sign-in gate');
  return data;
}

export function useMay(): (permission: Permission) => boolean {
  const { account } = useMe();
  return (permission) => account.permissions.includes(permission);
}
