import { desk } from '@minsheng/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

/** The first page has no cursor. */
const firstPage = (): string | null => null;

export const messagesQuery = infiniteQueryOptions({
  queryKey: ['twins'],
  refetchInterval: 10_000,
  initialPageParam: firstPage(),
  queryFn: ({ pageParam, signal }) =>
    call(desk.sentMessages, pageParam === null ? {} : { cursor: pageParam }, { signal }),
  getNextPageParam: (last) => last.next,
});
