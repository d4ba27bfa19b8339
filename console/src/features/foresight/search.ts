import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const foresightTabs = ['forecasts', 'signals', 'orders', 'notices'] as const;
export type ForesightTab = (typeof foresightTabs)[number];

export const foresightSearch = z.object({
  tab: said(z.enum(foresightTabs)),
  forecast: said(z.uuid()),
});
