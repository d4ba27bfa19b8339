import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const sharingSearch = z.object({
  share: said(z.uuid()),
  batch: said(z.uuid()),
  q: said(z.string().max(60)),
});
