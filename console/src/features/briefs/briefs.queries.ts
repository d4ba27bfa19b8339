import { briefs, campaigns, nodes, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const meta = { topics: ['briefs'] };
/** First word of every key here: what any act makes stale. */
export const staleBriefs = ['briefs'];

export type Brief = ReplyOf<typeof briefs.readBrief>;
export type BriefRow = ReplyOf<typeof briefs.listBriefs>['rows'][number];
export type Template = ReplyOf<typeof briefs.listBriefTemplates>['rows'][number];

export const briefsQuery = keysetPages({
  queryKey: ['briefs', 'all'],
  topics: ['briefs'],
  page: (from, signal) => call(briefs.listBriefs, from, { signal }),
});

export const briefQuery = (briefId: string) =>
  queryOptions({
    queryKey: ['briefs', 'one', briefId],
    meta,
    queryFn: ({ signal }) => call(briefs.readBrief, { briefId }, { signal }),
  });

/** What a brief may be about. */
export const campaignsToTellQuery = queryOptions({
  queryKey: ['briefs', 'campaigns'],
  queryFn: ({ signal }) => call(campaigns.listCampaigns, {}, { signal }),
});

export const nodesToTellQuery = queryOptions({
  queryKey: ['briefs', 'nodes'],
  queryFn: ({ signal }) => call(nodes.listNodes, {}, { signal }),
});

export const templatesQuery = queryOptions({
  queryKey: ['briefs', 'templates'],
  queryFn: ({ signal }) => call(briefs.listBriefTemplates, {}, { signal }),
});
