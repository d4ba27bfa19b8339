import { campaigns, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const meta = { topics: ['campaigns'] };
/** First word of every key here: what any act makes stale. */
export const staleCampaigns = ['campaigns'];

export type Campaigns = ReplyOf<typeof campaigns.listCampaigns>;
export type Campaign = ReplyOf<typeof campaigns.readCampaign>;
export type Entry = ReplyOf<typeof campaigns.listEntries>['rows'][number];
export type WholeEntry = ReplyOf<typeof campaigns.readEntry>;
export type Snapshot = ReplyOf<typeof campaigns.readSnapshot>;

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns', 'all'],
  meta,
  queryFn: ({ signal }) => call(campaigns.listCampaigns, {}, { signal }),
});

export const campaignQuery = (campaignId: string, at: string | undefined) =>
  queryOptions({
    queryKey: ['campaigns', 'one', campaignId, at ?? 'now'],
    meta,
    queryFn: ({ signal }) =>
      call(campaigns.readCampaign, { campaignId, ...(at !== undefined && { at }) }, { signal }),
  });

export const entriesQuery = (campaignId: string, at: string | undefined) =>
  queryOptions({
    queryKey: ['campaigns', 'entries', campaignId, at ?? 'now'],
    meta,
    queryFn: ({ signal }) =>
      call(campaigns.listEntries, { campaignId, ...(at !== undefined && { at }) }, { signal }),
  });

export const entryQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'entry', entryId],
    meta,
    queryFn: ({ signal }) => call(campaigns.readEntry, { entryId }, { signal }),
  });

export const snapshotsQuery = queryOptions({
  queryKey: ['campaigns', 'snapshots'],
  meta,
  queryFn: ({ signal }) => call(campaigns.listSnapshots, {}, { signal }),
});

export const snapshotQuery = (snapshotId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'snapshot', snapshotId],
    meta,
    queryFn: ({ signal }) => call(campaigns.readSnapshot, { snapshotId }, { signal }),
  });
