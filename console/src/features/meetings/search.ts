import { meetingBoxes } from '@minsheng/contract';
import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const meetingsSearch = z.object({
  tab: said(z.enum(meetingBoxes)),
  meeting: said(z.uuid()),
  /** 就此工单开会: the form opens with it as the first item. */
  order: chosenOrder,
});
