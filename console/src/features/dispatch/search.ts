import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const dispatchTabs = ['to-dispatch', 'in-progress', 'merged', 'auto-sent'] as const;
export type DispatchTab = (typeof dispatchTabs)[number];

export const dispatchSearch = z.object({
  tab: said(z.enum(dispatchTabs)),
  order: chosenOrder,
});
