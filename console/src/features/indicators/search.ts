import { cellParts, figureKeys, leftOutCodes, rankedFigures } from '@minsheng/contract';
import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const scorecardTabs = ['cards', 'ranking', 'reports'] as const;
export type ScorecardTab = (typeof scorecardTabs)[number];

export const scorecardSearch = z.object({
  tab: said(z.enum(scorecardTabs)),
  month: said(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  unit: said(z.string().max(30)),
  /** Which figure is opened, and which of its orders. */
  figure: said(z.enum(figureKeys)),
  part: said(z.enum(cellParts)),
  code: said(z.enum(leftOutCodes)),
  by: said(z.enum(rankedFigures)),
  report: said(z.uuid()),
});
export type ScorecardSearch = z.output<typeof scorecardSearch>;
