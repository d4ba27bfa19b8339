import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const regulationsSearch = z.object({ code: said(z.string().max(40)) });
