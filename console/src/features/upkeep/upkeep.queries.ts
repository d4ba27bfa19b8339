import { type ReplyOf, upkeep } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type Upkeep = ReplyOf<typeof upkeep.listTroubles>;
export type Trouble = Upkeep['open'][number];

export const staleUpkeep = ['upkeep'];

export const troublesQuery = queryOptions({
  queryKey: ['upkeep'],
  queryFn: ({ signal }) => call(upkeep.listTroubles, {}, { signal }),
  meta: { topics: ['upkeep'] },
  // Where no worker runs nobody tells anything either.
  refetchInterval: 30_000,
});
