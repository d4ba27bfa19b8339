import { visits } from '@minsheng/contract';
import { z } from 'zod';
import { namedParts, said } from '../../ui/search-part.ts';

export const visitsSearch = z.object({
  tab: said(z.enum(visits.visitBoxes)),
  visit: said(z.uuid()),
  ...namedParts,
});
