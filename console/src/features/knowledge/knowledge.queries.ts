import { knowledge } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const entriesQuery = (q: string, matter: string | null) =>
  queryOptions({
    queryKey: ['knowledge-entries', q, matter],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      call(
        knowledge.searchKnowledge,
        { ...(q === '' ? {} : { q }), ...(matter === null ? {} : { matter }) },
        { signal },
      ),
  });
