import { accountStates, roles } from '@minsheng/contract';
import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

/** What stands in the address; a person's name never does. */
export const accountsSearch = z.object({
  unit: said(z.coerce.string().max(40)),
  role: said(z.enum(roles)),
  state: said(z.enum(accountStates)),
  waits: said(z.boolean()),
  open: said(z.uuid()),
});

export type AccountsSearch = z.output<typeof accountsSearch>;
