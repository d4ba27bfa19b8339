import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

const mark = z.enum(marks);

/** 互转事项清单: one thing that the two lines agreed belongs to the other; in force once both have signed. */
export const linkageListRow = z.object({
  code: cell.slug,
  category: cell.text,
  item: cell.text,
  words: cell.alternatives,
  matter: cell.matterPrefix.nullable(),
  version: cell.text,
  signed12345: cell.maybeDay,
  signed110: cell.maybeDay,
  validFrom: cell.day,
  validTo: cell.maybeDay,
  mark,
});
export type LinkageListRow = At<z.infer<typeof linkageListRow>>;

/** 联动依据: the article each kind of linkage rests on. */
export const linkageBasisRow = z.object({
  act: z.enum(['transfer', 'response', 'consult', 'clue']),
  basis: cell.text,
  article: cell.text,
  mark,
});
export type LinkageBasisRow = At<z.infer<typeof linkageBasisRow>>;
