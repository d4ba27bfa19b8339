import { campaigns, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../shell/call.ts';

const meta = { topics: ['campaigns'] };

export type After = ReplyOf<typeof campaigns.readAfter>;
export type Years = ReplyOf<typeof campaigns.compareYears>;
export type Seasons = ReplyOf<typeof campaigns.listSeasons>;

export const afterQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'after', campaignId],
    meta,
    queryFn: ({ signal }) => call(campaigns.readAfter, { campaignId }, { signal }),
  });

export const yearsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'years', campaignId],
    meta,
    queryFn: ({ signal }) => call(campaigns.compareYears, { campaignId }, { signal }),
  });

export const seasonsQuery = queryOptions({
  queryKey: ['campaigns', 'seasons'],
  meta,
  queryFn: ({ signal }) => call(campaigns.listSeasons, {}, { signal }),
});
