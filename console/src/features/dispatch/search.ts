import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const dispatchSearch = z.object({
  tab: said(z.enum(['to-dispatch', 'in-progress'])),
  order: chosenOrder,
});
