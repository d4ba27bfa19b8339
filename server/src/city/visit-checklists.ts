import { visitItemKinds } from '@minsheng/contract/words/visits.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

/** 核查清单: what a visitor looks at, in the order they tick it. */
export const visitChecklist = z.object({
  code: cell.slug,
  name: z.string().min(1),
  items: z
    .array(
      z.object({
        code: z.string().regex(/^[a-z0-9-]{1,40}$/),
        name: z.string().min(1),
        kind: z.enum(visitItemKinds),
        /** Of a number: 米, 分贝. */
        unit: z.string().min(1).optional(),
        isRequired: z.boolean(),
        wantsPhoto: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(30),
  mark: z.enum(marks),
});
export type VisitChecklist = z.infer<typeof visitChecklist>;

export type VisitChecklistRow = At<VisitChecklist & { readonly holders: readonly unknown[] }>;
