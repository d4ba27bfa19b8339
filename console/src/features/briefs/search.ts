import { z } from 'zod';
import { chosenOrder } from '../../ui/search-part.ts';

export const briefsSearch = z.object({ brief: chosenOrder });
