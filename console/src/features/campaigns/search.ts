import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const campaignTabs = ['list', 'topics', 'seasons'] as const;
export type CampaignTab = (typeof campaignTabs)[number];

/** Parts of one campaign. */
export const campaignParts = ['entries', 'force', 'public', 'after', 'years'] as const;
export type CampaignPart = (typeof campaignParts)[number];

export const campaignsSearch = z.object({
  tab: said(z.enum(campaignTabs)),
  campaign: chosenOrder,
  entry: chosenOrder,
  snapshot: chosenOrder,
  /** 截至某日: the list and its funnel as they stood at the end of that day. */
  part: said(z.enum(campaignParts)),
  day: said(z.iso.date()),
});
export type CampaignsSearch = z.output<typeof campaignsSearch>;
