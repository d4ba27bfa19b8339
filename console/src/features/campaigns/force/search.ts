import { z } from 'zod';
import { chosenOrder } from '../../../ui/search-part.ts';

export const seatSearch = z.object({ campaign: chosenOrder, order: chosenOrder });
