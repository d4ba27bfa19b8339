import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const emergencyTabs = ['board', 'send', 'guests', 'groups'] as const;
export type EmergencyTab = (typeof emergencyTabs)[number];

export const emergencySearch = z.object({
  mode: said(z.uuid()),
  tab: said(z.enum(emergencyTabs)),
});
