import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const deferralTabs = ['asked', 'open', 'ledger-late', 'report-late', 'cleared'] as const;
export type DeferralTab = (typeof deferralTabs)[number];

export const deferralsSearch = z.object({ tab: said(z.enum(deferralTabs)), order: chosenOrder });
