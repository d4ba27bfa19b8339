import { campaigns, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../shell/call.ts';

const meta = { topics: ['campaigns'] };
export type WholeDossier = ReplyOf<typeof campaigns.readDossier>;
export type Dossier = NonNullable<WholeDossier['dossier']>;
export type PublicText = ReplyOf<typeof campaigns.listPublicTexts>['rows'][number];

export const dossierQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'dossier', entryId],
    meta,
    queryFn: ({ signal }) => call(campaigns.readDossier, { entryId }, { signal }),
  });

export const publicTextsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'public', campaignId],
    meta,
    queryFn: ({ signal }) => call(campaigns.listPublicTexts, { campaignId }, { signal }),
  });
