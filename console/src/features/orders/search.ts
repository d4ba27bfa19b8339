import {
  autoNumbers,
  channels,
  heldReasons,
  judgedHits,
  modelKinds,
  orderStatuses,
  urgencies,
} from '@minsheng/contract';
import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

/** The filters of the search page, all of them in the address so that a search can be sent to a colleague. */
export const ordersSearch = z.object({
  q: said(z.string().max(60)),
  status: said(z.enum(orderStatuses)),
  matter: said(z.coerce.string().regex(/^\d{2,6}$/)),
  area: said(z.coerce.string().regex(/^\d{6,12}$/)),
  unit: said(z.coerce.string().max(40)),
  urgency: said(z.enum(urgencies)),
  overdue: said(z.enum(['yes'])),
  from: said(z.iso.date()),
  to: said(z.iso.date()),
  closedOn: said(z.iso.date()),
  channel: said(z.enum(channels)),
  asked: said(z.enum(['yes'])),
  overrideSince: said(z.iso.date()),
  issue: said(z.uuid()),
  warning: said(z.uuid()),
  auto: said(z.enum(autoNumbers)),
  autoFrom: said(z.iso.date()),
  autoTo: said(z.iso.date()),
  autoHeld: said(z.enum(heldReasons)),
  judged: said(z.enum(modelKinds)),
  judgedHit: said(z.enum(judgedHits)),
  judgedLabel: said(z.coerce.string().max(40)),
  judgedGiven: said(z.coerce.string().max(40)),
  judgedSaidFrom: said(z.coerce.number().int()),
  judgedSaidBelow: said(z.coerce.number().int()),
  judgedFrom: said(z.iso.date()),
  judgedTo: said(z.iso.date()),
});

export type OrdersSearch = z.output<typeof ordersSearch>;
