import { moveHands, moveNeeds } from '@minsheng/contract/words/ledgers.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

const stateCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** 推进路径 of a class of places: from the first state to the last, who moves it on and what must be there. */
export const ledgerPath = z.object({
  code: cell.slug,
  name: z.string().min(1),
  states: z
    .array(z.object({ code: stateCode, name: z.string().min(1) }))
    .min(2)
    .max(20),
  moves: z
    .array(
      z.object({
        from: stateCode,
        to: stateCode,
        hand: z.enum(moveHands),
        needs: z.array(z.enum(moveNeeds)),
      }),
    )
    .min(1)
    .max(60),
  mark: z.enum(marks),
});
export type LedgerPath = z.infer<typeof ledgerPath>;

export type LedgerPathRow = At<LedgerPath & { readonly holders: readonly unknown[] }>;
