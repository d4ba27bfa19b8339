import { exchange } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../shell/call.ts';

/** Queues move without anybody acting: they are looked at again twice a minute. */
const everyMs = 30_000;

export const peersQuery = queryOptions({
  queryKey: ['exchange', 'peers'],
  meta: { topics: ['exchange'] },
  refetchInterval: everyMs,
  queryFn: ({ signal }) => call(exchange.listPeers, {}, { signal }),
});
