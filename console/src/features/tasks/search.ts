import { taskBoxes } from '@minsheng/contract';
import { z } from 'zod';
import { namedParts, said } from '../../ui/search-part.ts';

export const tasksSearch = z.object({
  tab: said(z.enum(taskBoxes)),
  task: said(z.uuid()),
  ...namedParts,
});
