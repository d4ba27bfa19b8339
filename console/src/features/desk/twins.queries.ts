import { desk, type NoticeWay } from '@minsheng/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export const messagesQuery = (way: NoticeWay | undefined) =>
  infiniteQueryOptions({
    ...keysetPages({
      queryKey: ['twins', way],
      topics: [],
      page: (from, signal) => call(desk.sentMessages, { ...from, ...(way && { way }) }, { signal }),
    }),
    refetchInterval: 10_000,
  });
