import { z } from 'zod';
import { route } from './route.ts';
import { day, instant, unitBrief } from './shapes.ts';
import { channels, orderStatuses } from './words/order.ts';

export const today = route({
  method: 'GET',
  path: '/insight/today',
  summary:
    'The director’s page: in today, waiting by stage, overdue by unit; each number opens the orders behind it',
  reply: z.object({
    now: instant,
    receivedToday: z.object({
      appeals: z.number().int(),
      people: z.number().int(),
      issues: z.number().int(),
      byChannel: z.array(z.object({ channel: z.enum(channels), count: z.number().int() })),
    }),
    closedToday: z.number().int(),
    waiting: z.array(
      z.object({
        status: z.enum(orderStatuses),
        count: z.number().int(),
        oldestAt: instant.nullable(),
      }),
    ),
    overdue: z.array(z.object({ unit: unitBrief, count: z.number().int(), oldestDueAt: instant })),
    emergencies: z.array(
      z.object({
        orderId: z.uuid(),
        orderNo: z.string(),
        title: z.string(),
        acceptedAt: instant,
        fixedMinutes: z.number().nullable(),
        isMet: z.boolean().nullable(),
      }),
    ),
    byMatter: z.array(z.object({ code: z.string(), name: z.string(), count: z.number().int() })),
    /** 近 7 天请基层协助: orders with a department's matter sent to a township or village, with a reason. */
    guardOverrides: z.object({ count: z.number().int(), since: day }),
  }),
});
