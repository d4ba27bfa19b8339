import { letters } from '@minsheng/contract';
import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const lettersSearch = z.object({
  tab: said(z.enum(letters.letterBoxes)),
  letter: said(z.uuid()),
  /** 所涉工单: the draft opens with it. */
  order: chosenOrder,
});
