import { problemStates } from '@minsheng/contract';
import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const problemsSearch = z.object({
  run: chosenOrder,
  problem: chosenOrder,
  state: said(z.enum(problemStates)),
});
export type ProblemsSearch = z.output<typeof problemsSearch>;
