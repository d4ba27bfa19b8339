import { visits } from '@minsheng/contract';
import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const visitsSearch = z.object({
  tab: said(z.enum(visits.visitBoxes)),
  visit: said(z.uuid()),
  /** 要核查的工单: the form opens with it. */
  order: chosenOrder,
});
