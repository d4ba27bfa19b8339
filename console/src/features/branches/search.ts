import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

// An address full of digits is read as a number.
export const branchesSearch = z.object({ county: said(z.coerce.string().max(12)) });
