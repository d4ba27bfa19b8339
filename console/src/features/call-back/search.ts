import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const callBackSearch = z.object({
  tab: said(z.enum(['call-back', 'follow-up'])),
  order: chosenOrder,
});
