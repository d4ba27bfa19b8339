import { ledgerBoxes } from '@minsheng/contract';
import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const ledgersSearch = z.object({
  tab: said(z.enum(ledgerBoxes)),
  ledger: said(z.uuid()),
  site: said(z.uuid()),
  /** 由点及面 from this closed order. */
  order: said(z.uuid()),
});
