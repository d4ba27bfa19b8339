import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const disputeTabs = ['in-dispute', 'repeats', 'rows'] as const;
export type DisputeTab = (typeof disputeTabs)[number];

export const disputesSearch = z.object({
  tab: said(z.enum(disputeTabs)),
  order: chosenOrder,
  month: said(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  unit: said(z.string().max(40)),
});
