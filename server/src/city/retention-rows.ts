import { appealTypes } from '@minsheng/contract/words/order.ts';
import { retentionKinds } from '@minsheng/contract/words/retention.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

/** 保管期限: one class of what is kept, and for how many years after the order was closed; empty: for ever. */
export const retentionRow = z.object({
  code: cell.slug,
  name: cell.text,
  kind: z.enum(retentionKinds),
  types: cell.list.pipe(z.array(z.enum(appealTypes))),
  matters: cell.list,
  years: cell.wholeNumber.nullable(),
  basis: cell.text,
  mark: z.enum(marks),
});
export type RetentionRow = At<z.infer<typeof retentionRow>>;
