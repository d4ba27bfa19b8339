import { effectBoxes, pieceBoxes, promiseBoxes, tipBoxes } from '@minsheng/contract';
import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const mediaParts = ['tips', 'pieces', 'days', 'promises', 'effect'] as const;
export type MediaPart = (typeof mediaParts)[number];

export const mediaSearch = z.object({
  part: said(z.enum(mediaParts)),
  tips: said(z.enum(tipBoxes)),
  pieces: said(z.enum(pieceBoxes)),
  promises: said(z.enum(promiseBoxes)),
  /** What is open beside the list. */
  open: said(z.uuid()),
  from: said(z.iso.date()),
  until: said(z.iso.date()),
  orders: said(z.enum(effectBoxes)),
});
