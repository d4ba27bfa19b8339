import { z } from 'zod';
import { chosenOrder } from '../../ui/search-part.ts';

export const releasesSearch = z.object({ release: chosenOrder });
