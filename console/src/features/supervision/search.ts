import { askedLevels } from '@minsheng/contract';
import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const supervisionTabs = ['proposed', 'open', 'answered', 'closed'] as const;
export type SupervisionTab = (typeof supervisionTabs)[number];

export const supervisionSearch = z.object({
  tab: said(z.enum(supervisionTabs)),
  level: said(z.enum(askedLevels)),
  order: chosenOrder,
});
