import { warningStates } from '@minsheng/contract';
import { z } from 'zod';
import { chosenOrder } from '../../ui/search-part.ts';

export const warningsSearch = z.object({
  warning: chosenOrder,
  state: z.enum(warningStates).optional().catch(undefined),
});
