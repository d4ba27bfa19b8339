import { codeKinds, netAdapters, netKinds, unknownCodes } from '@minsheng/contract/words/nets.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

/** 对接的网: another net, by which adapter it speaks, and what becomes of a code it has and we do not. */
export const netRow = z.object({
  code: cell.slug,
  name: cell.text,
  kind: z.enum(netKinds),
  adapter: z.enum(netAdapters),
  unknown: z.enum(unknownCodes),
  mark: z.enum(marks),
});
export type NetRow = At<z.infer<typeof netRow>>;

/** 代码对照: one code of theirs and what we call it. Of several with the same `ours` the first goes out. */
export const codeMapRow = z.object({
  kind: z.enum(codeKinds),
  theirs: cell.text,
  ours: cell.text,
  note: cell.maybeText,
});
export type CodeMapRow = At<z.infer<typeof codeMapRow> & { readonly file: string }>;
