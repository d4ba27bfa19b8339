import { z } from 'zod';
import { route } from '../route.ts';
import { done, id, instant, point } from '../shapes.ts';
import { nodeParams } from './shapes.ts';

const site = point.extend({
  name: z.string().trim().min(2).max(60),
  /** In metres. */
  radius: z.number().int().min(50).max(2000),
});
const hours = z.object({ from: instant, to: instant });

export const putQuiet = route({
  method: 'POST',
  path: '/nodes/:nodeId/quiet',
  summary:
    'Sites that are to be quiet, and in which hours; what this node had before is replaced (静音点位)',
  params: nodeParams,
  body: z.object({ sites: z.array(site).max(300), hours: z.array(hours).max(60) }),
  reply: done,
});

export const readQuiet = route({
  method: 'GET',
  path: '/nodes/:nodeId/quiet',
  summary: 'Sites, hours, and what was told of their rings: the map of noise round examinations',
  params: nodeParams,
  reply: z.object({
    sites: z.array(site),
    hours: z.array(hours),
    /** Of matters of noise and with a position, the newest first. */
    orders: z.array(
      point.extend({
        id,
        orderNo: z.string(),
        title: z.string(),
        at: instant,
        /** The site whose ring it lies in; null outside. */
        site: z.string().nullable(),
        /** Told while that site was to be quiet. */
        isInHours: z.boolean(),
      }),
    ),
    shownCap: z.number().int(),
    can: z.object({ put: z.boolean() }),
  }),
});
