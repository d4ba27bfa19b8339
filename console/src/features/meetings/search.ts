import { meetingBoxes } from '@minsheng/contract';
import { z } from 'zod';
import { namedParts, said } from '../../ui/search-part.ts';

export const meetingsSearch = z.object({
  tab: said(z.enum(meetingBoxes)),
  meeting: said(z.uuid()),
  ...namedParts,
});
