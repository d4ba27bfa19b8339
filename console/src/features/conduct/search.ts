import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const conductTabs = ['asked', 'in-force', 'review', 'month'] as const;
export type ConductTab = (typeof conductTabs)[number];

export const conductSearch = z.object({
  tab: said(z.enum(conductTabs)),
  month: said(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
});
