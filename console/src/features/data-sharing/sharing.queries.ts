import { type ReplyOf, sharing } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export type Share = ReplyOf<typeof sharing.listShares>['rows'][number];
export type OpenShare = ReplyOf<typeof sharing.readShare>;

const topics = ['data-sharing'];
export const staleSharing = ['data-sharing'];

export const sharesQuery = (q: string) =>
  keysetPages({
    queryKey: ['data-sharing', 'list', q],
    topics,
    page: (from, signal) => call(sharing.listShares, q === '' ? from : { q, ...from }, { signal }),
  });

/** With its batches, page by page. */
export const shareQuery = (shareId: string) =>
  keysetPages({
    queryKey: ['data-sharing', 'one', shareId],
    topics,
    page: (from, signal) => call(sharing.readShare, { shareId, ...from }, { signal }),
  });

export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['data-sharing', 'batch', batchId],
    queryFn: ({ signal }) => call(sharing.readBatch, { batchId }, { signal }),
  });
