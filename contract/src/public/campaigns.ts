import { z } from 'zod';
import { route } from '../route.ts';
import { day } from '../shapes.ts';

const count = z.number().int();

/** 专题进展: what many people told of, and how far it is; words a person signed, and numbers. */
export const publicCampaigns = route({
  method: 'GET',
  path: '/public/campaigns',
  summary: 'Progress of the campaigns, without anything that leads to a person',
  reply: z.object({
    rows: z.array(
      z.object({
        title: z.string(),
        words: z.string(),
        year: count,
        quarter: count.nullable(),
        isOver: z.boolean(),
        problems: count,
        rectified: count,
        open: count,
        progress: z.array(
          z.object({
            title: z.string(),
            words: z.string(),
            isRectified: z.boolean(),
            since: day,
          }),
        ),
      }),
    ),
    shownCap: count,
  }),
});
