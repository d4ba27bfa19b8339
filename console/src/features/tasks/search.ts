import { taskBoxes } from '@minsheng/contract';
import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const tasksSearch = z.object({
  tab: said(z.enum(taskBoxes)),
  task: said(z.uuid()),
  /** 就此工单交办: the form opens with it. */
  order: chosenOrder,
});
