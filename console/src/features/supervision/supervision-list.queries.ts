import { type AskedLevel, supervision } from '@minsheng/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import type { SupervisionTab } from './search.ts';

const firstPage = (): string | null => null;

export const supervisionListQuery = (box: SupervisionTab, level: AskedLevel | undefined) =>
  infiniteQueryOptions({
    queryKey: ['supervision', 'list', box, level],
    meta: { topics: ['supervision'] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(
        supervision.listSupervisions,
        { box, ...(level && { level }), ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    getNextPageParam: (last) => last.next,
  });
