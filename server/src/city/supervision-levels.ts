import {
  instruments,
  supervisionLevels,
  supervisionTriggers,
} from '@minsheng/contract/words/supervision.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

/** 督办级别: what brings it on, by which instruments, how long the answer may take. */
export const supervisionLevelRow = z.object({
  code: z.enum(supervisionLevels),
  name: cell.text,
  triggers: cell.list.pipe(z.array(z.enum(supervisionTriggers))),
  instruments: cell.list.pipe(z.array(z.enum(instruments)).min(1)),
  replyLimit: cell.maybeSpan,
  mark: z.enum(marks),
});
export type SupervisionLevelRow = At<z.infer<typeof supervisionLevelRow>>;
