import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const agentTabs = [
  'calls',
  'missed',
  'to-accept',
  'to-check',
  'in-transfer',
  'need-info',
] as const;

export const agentSearch = z.object({ tab: said(z.enum(agentTabs)), order: chosenOrder });
