import { insight } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  meta: { topics: ['desk:to-accept', 'desk:to-dispatch', 'desk:in-progress', 'desk:call-back'] },
  refetchInterval: 60_000,
  queryFn: ({ signal }) => call(insight.today, {}, { signal }),
});
