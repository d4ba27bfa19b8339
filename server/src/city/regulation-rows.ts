import { regulationKinds } from '@minsheng/contract/words/regulations.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

/** 法规制度: a document, and how it is called where it is cited. */
export const regulationRow = z.object({
  code: cell.slug,
  title: cell.text,
  docNo: cell.maybeText,
  names: cell.alternatives,
  issuer: cell.text,
  kind: z.enum(regulationKinds),
  issuedOn: cell.maybeDay,
  inForceFrom: cell.maybeDay,
  mark: z.enum(marks),
});
export type RegulationRow = At<z.infer<typeof regulationRow>>;

/** 条款要点, in our own words. */
export const regulationArticleRow = z.object({
  regulation: cell.slug,
  article: cell.text,
  gist: cell.text,
  mark: z.enum(marks),
});
export type RegulationArticleRow = At<z.infer<typeof regulationArticleRow>>;
