import { appealTypes, urgencies } from '@minsheng/contract/words/order.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import type { At } from './source.ts';

/** 重件: whose answer its unit's leader signs. An order is serious where all that one row names fits it. */
export const seriousRow = z.object({
  code: cell.slug,
  name: cell.text,
  urgency: z.enum(urgencies).nullable(),
  type: z.enum(appealTypes).nullable(),
  matter: cell.matterPrefix.nullable(),
  /** This level of secrecy and every one above. */
  secrecyFrom: cell.wholeNumber.nullable(),
  validFrom: cell.maybeDay,
  validTo: cell.maybeDay,
});
export type SeriousRow = At<z.infer<typeof seriousRow>>;
