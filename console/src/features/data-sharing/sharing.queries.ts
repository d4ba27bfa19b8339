import { type ReplyOf, sharing } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type Share = ReplyOf<typeof sharing.listShares>['rows'][number];
export type OpenShare = ReplyOf<typeof sharing.readShare>;

const topics = ['data-sharing'];
export const staleSharing = ['data-sharing'];

export const sharesQuery = (q: string) =>
  queryOptions({
    queryKey: ['data-sharing', 'list', q],
    meta: { topics },
    queryFn: ({ signal }) => call(sharing.listShares, q === '' ? {} : { q }, { signal }),
  });

export const shareQuery = (shareId: string) =>
  queryOptions({
    queryKey: ['data-sharing', 'one', shareId],
    meta: { topics },
    queryFn: ({ signal }) => call(sharing.readShare, { shareId }, { signal }),
  });

export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['data-sharing', 'batch', batchId],
    queryFn: ({ signal }) => call(sharing.readBatch, { batchId }, { signal }),
  });
