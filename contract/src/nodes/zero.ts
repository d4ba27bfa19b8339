import { z } from 'zod';
import { route } from '../route.ts';
import { done, id, instant } from '../shapes.ts';
import { zeroHows } from '../words/nodes.ts';
import { appealTypes, channels, orderStatuses } from '../words/order.ts';
import { reasonWords, watchParams } from './shapes.ts';

const count = z.number().int();

/** 零投诉 as the query was run last. */
export const zeroBrief = z.object({
  zeroId: id,
  madeAt: instant,
  breaks: count,
  isOver: z.boolean(),
});

const found = z.object({
  orderId: id,
  orderNo: z.string(),
  title: z.string(),
  acceptedAt: instant,
  channel: z.enum(channels),
  type: z.enum(appealTypes),
  status: z.enum(orderStatuses),
  matterName: z.string(),
  how: z.enum(zeroHows),
  word: z.string(),
  ruling: z
    .object({ counts: z.boolean(), reason: z.string(), by: z.string(), at: instant })
    .nullable(),
});

export const runZero = route({
  method: 'POST',
  path: '/nodes/watches/:watchId/zero',
  summary: 'Run the zero-complaint query (K46) of an object in a node, and keep what it found',
  params: watchParams,
  reply: z.object({ zeroId: id, breaks: count }),
});

export const readZero = route({
  method: 'GET',
  path: '/nodes/watches/:watchId/zero',
  summary:
    'The zero-complaint query in words, its coverage, what breaks the zero, and what may be about it',
  params: watchParams,
  reply: z.object({
    last: zeroBrief
      .extend({
        from: instant,
        until: instant,
        names: z.array(z.string()),
        aliases: z.array(z.string()),
        things: z.array(z.string()),
        countyName: z.string(),
        channels: z.array(z.enum(channels)),
        coverage: z.object({
          /** 来电 of the whole city in the window; how many a person or a robot answered; how many left no order. */
          calls: count,
          answered: count,
          withoutOrder: count,
          /** Orders of the county in the window that were looked at and are not about it. */
          countyOrders: count,
          notCounted: count,
          byChannel: z.array(z.object({ channel: z.enum(channels), orders: count })),
          /** More than so many are not counted on. */
          isCapped: z.boolean(),
        }),
        breaking: z.array(found),
        ruledOut: z.array(found),
      })
      .nullable(),
    /** 可能相关: of the county, says the thing and not the name; a person looks. */
    perhaps: z.array(found.omit({ how: true, word: true, ruling: true })),
    /** The same object in other nodes; each order once in the sum. */
    others: z.array(
      z.object({ nodeId: id, name: z.string(), year: count, breaks: count, isOver: z.boolean() }),
    ),
    together: count,
    can: z.object({ work: z.boolean() }),
  }),
});

export const ruleOnOrder = route({
  method: 'POST',
  path: '/nodes/watches/:watchId/rulings',
  summary: 'Say that one order is not about the object, or that it is after all, and why',
  params: watchParams,
  body: z.object({ orderId: id, counts: z.boolean(), reason: reasonWords }),
  reply: done,
});
