import { issues, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type ProposalView = ReplyOf<typeof issues.proposalsToIssue>['rows'][number];
export type LastMove = ReplyOf<typeof issues.proposalsToIssue>['lastMoves'][number];

export const proposalsOfOrderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['same-thing', 'order', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(issues.proposalsOfOrder, { orderId }, { signal }),
  });

export const proposalsToIssueQuery = (issueId: string) =>
  queryOptions({
    queryKey: ['same-thing', 'issue', issueId],
    meta: { topics: [`issue:${issueId}`] },
    queryFn: ({ signal }) => call(issues.proposalsToIssue, { issueId }, { signal }),
  });

/** What a decision about one thing makes stale. */
export const staleAfterSame = [
  'same-thing',
  'issue',
  'order',
  'order-timeline',
  'search',
  'desk',
] as const;
