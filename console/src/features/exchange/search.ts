import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const exchangeTabs = [
  'peers',
  'dead',
  'waiting',
  'held',
  'day',
  'compared',
  'codes',
] as const;
export type ExchangeTab = (typeof exchangeTabs)[number];

export const exchangeSearch = z.object({
  tab: said(z.enum(exchangeTabs)),
  peer: said(z.string().max(40)),
  day: said(z.iso.date()),
  net: said(z.string().max(40)),
  open: said(z.uuid()),
});
export type ExchangeSearch = z.output<typeof exchangeSearch>;
