import { visitBoxes } from '@minsheng/contract';
import { z } from 'zod';
import { namedParts, said } from '../../ui/search-part.ts';

export const visitsSearch = z.object({
  tab: said(z.enum(visitBoxes)),
  visit: said(z.uuid()),
  ...namedParts,
});
