import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const cityTabs = ['matters', 'catalogue', 'units', 'lines', 'calendar'] as const;

export const citySearch = z.object({
  tab: said(z.enum(cityTabs)),
  q: said(z.coerce.string().max(50)),
});
