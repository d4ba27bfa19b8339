import { clueRecords, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type WholeSubject = ReplyOf<typeof clueRecords.wholeSubject>;

export const wholeSubjectQuery = (name: string) =>
  queryOptions({
    queryKey: ['subjects', name],
    meta: { topics: ['clues', 'ledgers', 'supervision'] },
    queryFn: ({ signal }) => call(clueRecords.wholeSubject, { name }, { signal }),
  });
