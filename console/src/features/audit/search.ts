import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

/** What stands in the address. */
export const auditSearch = z.object({
  from: said(z.iso.date()),
  until: said(z.iso.date()),
  login: said(z.coerce.string().max(60)),
  word: said(z.string().max(80)),
  object: said(z.coerce.string().max(60)),
  refused: said(z.boolean()),
  changes: said(z.boolean()),
});

export type AuditSearch = z.output<typeof auditSearch>;
