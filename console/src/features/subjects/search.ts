import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const subjectsSearch = z.object({ name: said(z.string().min(2).max(200)) });
