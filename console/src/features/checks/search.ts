import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const checkTabs = [
  'false-open',
  'false-confirmed',
  'county',
  'city',
  'director',
  'exclusions',
  'guidance-waiting',
  'guidance-decided',
] as const;
export type CheckTab = (typeof checkTabs)[number];

export const checksSearch = z.object({
  tab: said(z.enum(checkTabs)),
  order: chosenOrder,
  month: said(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
});
