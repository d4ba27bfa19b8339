import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

/** 线索种类: what it rests on and which department of the city looks into it, by slug, unless a person names another. */
export const clueKindRow = z.object({
  code: cell.slug,
  name: cell.text,
  basis: cell.text,
  unit: cell.slug,
  mark: z.enum(marks),
});
export type ClueKindRow = At<z.infer<typeof clueKindRow>>;
