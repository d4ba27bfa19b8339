import { z } from 'zod';
import { route } from '../route.ts';
import { cursor, day, id, instant, orderNo, page } from '../shapes.ts';
import { effectBoxes, effectCounts, pieceKinds } from '../words/media.ts';
import { orderStatuses } from '../words/order.ts';

const count = z.number().int();
const period = z.object({ from: day, until: day });

export const readEffect = route({
  method: 'GET',
  path: '/media/effect',
  summary:
    'From stories to orders to results in a period, counted twice: from the tables and from the event log',
  query: period,
  reply: z.object({
    from: day,
    until: day,
    orders: z.record(z.enum(effectBoxes), count),
    counts: z.array(z.object({ what: z.enum(effectCounts), count, fromLog: count })),
    /** 两次计数一致. */
    agrees: z.boolean(),
    /** More tips, pieces or promises than are read at once: the numbers are of the latest. */
    isCut: z.boolean(),
    reads: count,
    pieces: z.array(
      z.object({
        id,
        no: count,
        kind: z.enum(pieceKinds),
        title: z.string(),
        publishedAt: instant,
        isWithdrawn: z.boolean(),
        orders: count,
        solved: count,
        solvedAfter: count,
        reads: count,
      }),
    ),
    shownCap: count,
  }),
});

export const listEffectOrders = route({
  method: 'GET',
  path: '/media/effect/orders',
  summary: 'The orders behind a number of the effect page',
  query: period.extend({ box: z.enum(effectBoxes), cursor: cursor.optional() }),
  reply: page(
    z.object({
      id,
      orderNo,
      status: z.enum(orderStatuses),
      isSolved: z.boolean(),
      closedAt: instant.nullable(),
      tipNo: count,
      /** The first story about it. */
      publishedAt: instant.nullable(),
      pieceNo: count.nullable(),
      mayOpen: z.boolean(),
    }),
  ),
});
