import { branches, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

/** First word of every key here, and what shows units and rows elsewhere. */
export const staleBranches = ['branches', 'catalogue', 'units'];

export type Branch = ReplyOf<typeof branches.branch>;

export const branchesQuery = queryOptions({
  queryKey: ['branches', 'all'],
  queryFn: ({ signal }) => call(branches.listBranches, {}, { signal }),
});

export const branchQuery = (county: string) =>
  queryOptions({
    queryKey: ['branches', 'one', county],
    queryFn: ({ signal }) => call(branches.branch, { county }, { signal }),
  });
