import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const unitTabs = [
  'unit-sent',
  'unit-working',
  'unit-sign-off',
  'unit-parked',
  'unit-submitted',
  'unit-to-name',
] as const;
export type UnitTab = (typeof unitTabs)[number];

export const unitSearch = z.object({
  tab: said(z.enum(unitTabs)),
  order: chosenOrder,
  duty: said(z.uuid()),
});
