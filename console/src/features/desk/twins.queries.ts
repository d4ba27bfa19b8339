import { desk } from '@minsheng/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export const messagesQuery = infiniteQueryOptions({
  ...keysetPages({
    queryKey: ['twins'],
    topics: [],
    page: (from, signal) => call(desk.sentMessages, from, { signal }),
  }),
  refetchInterval: 10_000,
});
