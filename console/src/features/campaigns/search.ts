import { cellParts, figureKeys } from '@minsheng/contract';
import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const campaignTabs = ['list', 'topics', 'seasons'] as const;
export type CampaignTab = (typeof campaignTabs)[number];

/** Parts of one campaign. */
export const campaignParts = ['entries', 'force', 'public', 'after', 'years'] as const;
export type CampaignPart = (typeof campaignParts)[number];

/** 去年同期、今年. */
export const comparedYears = ['before', 'during'] as const;
export type ComparedYear = (typeof comparedYears)[number];

export const campaignsSearch = z.object({
  tab: said(z.enum(campaignTabs)),
  campaign: chosenOrder,
  entry: chosenOrder,
  snapshot: chosenOrder,
  /** 截至某日: the list and its funnel as they stood at the end of that day. */
  part: said(z.enum(campaignParts)),
  day: said(z.iso.date()),
  /** 前后对比: which figure of which year is opened, and which of its orders. */
  figure: said(z.enum(figureKeys)),
  year: said(z.enum(comparedYears)),
  cell: said(z.enum(cellParts)),
});
export type CampaignsSearch = z.output<typeof campaignsSearch>;
