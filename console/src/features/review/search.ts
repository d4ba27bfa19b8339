import { z } from 'zod';
import { chosenOrder } from '../../ui/search-part.ts';

export const reviewSearch = z.object({ order: chosenOrder });
