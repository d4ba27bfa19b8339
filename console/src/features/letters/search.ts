import { letterBoxes } from '@minsheng/contract';
import { z } from 'zod';
import { namedParts, said } from '../../ui/search-part.ts';

export const lettersSearch = z.object({
  tab: said(z.enum(letterBoxes)),
  letter: said(z.uuid()),
  ...namedParts,
  /** 就此预警. */
  warning: said(z.uuid()),
});
