import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const retentionTabs = ['open', 'ended', 'standing', 'lifted', 'classes'] as const;
export type RetentionTab = (typeof retentionTabs)[number];

export const retentionSearch = z.object({
  tab: said(z.enum(retentionTabs)),
  list: said(z.uuid()),
});
