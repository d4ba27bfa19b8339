import { linkageLists } from '@minsheng/contract';
import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

const day = z.iso.date();

export const linkageSearch = z.object({
  list: said(z.enum(linkageLists)),
  q: said(z.string().max(500)),
  from: said(day),
  until: said(day),
});
