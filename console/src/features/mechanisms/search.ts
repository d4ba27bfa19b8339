import { mechanismParts } from '@minsheng/contract';
import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const mechanismTabs = ['figures', 'orders', 'groups', 'joint', 'rules'] as const;
export type MechanismTab = (typeof mechanismTabs)[number];

export const mechanismsSearch = z.object({
  code: said(z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)),
  tab: said(z.enum(mechanismTabs)),
  from: said(z.iso.date()),
  until: said(z.iso.date()),
  part: said(z.enum(mechanismParts)),
  figure: said(z.string().max(40)),
  by: said(z.string().max(40)),
  name: said(z.string().max(200)),
});
