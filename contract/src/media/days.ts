import { z } from 'zod';
import { route } from '../route.ts';
import { cursor, day, done, id, instant, orderNo, page, unitBrief, unitCode } from '../shapes.ts';
import { answeringStates, promiseBoxes, promiseResults } from '../words/media.ts';
import { orderStatuses } from '../words/order.ts';
import { taskStates } from '../words/tasks.ts';

const count = z.number().int();
const dayParams = z.object({ dayId: id });
const words = z.string().trim().min(4).max(500);

export const planDay = route({
  method: 'POST',
  path: '/media/days',
  summary: 'Plan when a leader answers the telephone (领导接听日)',
  body: z.object({
    /** 职务, as it is announced. */
    leaderPost: z.string().trim().min(2).max(60),
    unit: unitCode,
    startsAt: instant,
    endsAt: instant,
    theme: z.string().trim().max(80).default(''),
  }),
  reply: z.object({ dayId: id }),
});

const dayRow = z.object({
  id,
  leader: z.string(),
  unit: unitBrief,
  startsAt: instant,
  endsAt: instant,
  theme: z.string(),
  state: z.enum(answeringStates),
  calls: count,
  promises: count,
  promisesOpen: count,
});

const promiseRow = z.object({
  dayId: id,
  no: count,
  leader: z.string(),
  startsAt: instant,
  orderId: id,
  orderNo,
  mayOpen: z.boolean(),
  words: z.string(),
  unit: unitBrief,
  dueAt: instant,
  isLate: z.boolean(),
  taskId: id,
  taskNo: z.string(),
  taskState: z.enum(taskStates),
  closing: z
    .object({ result: z.enum(promiseResults), words: z.string(), by: z.string(), at: instant })
    .nullable(),
});

export const listDays = route({
  method: 'GET',
  path: '/media/days',
  summary: 'Answering days, the latest first, with promises and how many have no closing record',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(dayRow).extend({
    counts: z.record(z.enum(promiseBoxes), count),
    can: z.object({ plan: z.boolean() }),
  }),
});

export const readDay = route({
  method: 'GET',
  path: '/media/days/:dayId',
  summary: 'One answering day: its calls and promises',
  params: dayParams,
  reply: dayRow.extend({
    endedWords: z.string().nullable(),
    called: z.array(
      z.object({
        no: count,
        orderId: id,
        orderNo,
        status: z.enum(orderStatuses),
        note: z.string(),
        mayOpen: z.boolean(),
      }),
    ),
    promised: z.array(promiseRow),
    can: z.object({ lead: z.boolean() }),
  }),
});

export const addCall = route({
  method: 'POST',
  path: '/media/days/:dayId/calls',
  summary: 'Put an order on the list of calls of an answering day',
  params: dayParams,
  body: z.object({ orderNo, note: z.string().trim().max(200).default('') }),
  reply: z.object({ no: count }),
});

export const addPromise = route({
  method: 'POST',
  path: '/media/days/:dayId/promises',
  summary: 'What the leader promised to a caller becomes a task of a unit with its day',
  params: dayParams,
  body: z.object({ orderId: id, words, unit: unitCode, promisedOn: day }),
  reply: z.object({ no: count, taskId: id, taskNo: z.string() }),
});

export const endDay = route({
  method: 'POST',
  path: '/media/days/:dayId/end',
  summary: 'The answering day was held, or is cancelled',
  params: dayParams,
  body: z.object({ held: z.boolean(), words }),
  reply: done,
});

export const closePromise = route({
  method: 'POST',
  path: '/media/days/:dayId/promises/:no/close',
  summary: 'The closing record of a promise; kept only when its task was confirmed',
  params: dayParams.extend({ no: z.coerce.number().int().min(1) }),
  body: z.object({ result: z.enum(promiseResults), words }),
  reply: done,
});

export const listPromises = route({
  method: 'GET',
  path: '/media/promises',
  summary: 'Promises behind a number, the latest first',
  query: z.object({ box: z.enum(promiseBoxes), cursor: cursor.optional() }),
  reply: page(promiseRow),
});
