import { clueBoxes, clueFigures } from '@minsheng/contract';
import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const clueParts = ['list', 'figures', 'subjects', 'audit'] as const;
export type CluePart = (typeof clueParts)[number];

export const cluesSearch = z.object({
  part: said(z.enum(clueParts)),
  tab: said(z.enum(clueBoxes)),
  clue: said(z.uuid()),
  /** Mark one on this order. */
  order: said(z.uuid()),
  figure: said(z.enum(clueFigures)),
  kind: said(z.string()),
  from: said(z.iso.date()),
  to: said(z.iso.date()),
  subject: said(z.uuid()),
  month: said(z.string().regex(/^\d{4}-\d{2}$/)),
  /** Of a unit. */
  box: said(z.enum(['open', 'all'])),
});
export type CluesSearch = z.output<typeof cluesSearch>;
