import { conduct } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';
import type { ConductTab } from './search.ts';

export const marksQuery = (list: ConductTab, month: string) =>
  keysetPages({
    queryKey: ['conduct', list, month],
    topics: ['conduct'],
    page: (from, signal) =>
      call(
        conduct.listMarks,
        {
          list,
          ...(list === 'month' ? { month } : {}),
          ...from,
        },
        { signal },
      ),
  });

export const markQuery = (markId: string) =>
  queryOptions({
    queryKey: ['conduct', 'mark', markId],
    meta: { topics: ['conduct'] },
    queryFn: ({ signal }) => call(conduct.readMark, { markId }, { signal }),
  });
