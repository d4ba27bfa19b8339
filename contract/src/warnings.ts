import { z } from 'zod';
import { route } from './route.ts';
import { day, done, id, instant } from './shapes.ts';
import { dismissals, warningStates, warningSubjects } from './words/warnings.ts';

/** What left its band, in words. */
const stirring = z.object({
  subject: z.enum(warningSubjects),
  label: z.string(),
  /** For a search: prefix of the matter's code, code of the area. */
  matter: z.string().nullable(),
  area: z.string().nullable(),
});

const warningRow = z.object({
  id,
  state: z.enum(warningStates),
  raisedAt: instant,
  lastAt: instant,
  sinceAt: instant,
  fromAt: instant,
  toAt: instant,
  hours: z.number().int(),
  seen: z.number().int(),
  low: z.number().int(),
  high: z.number().int(),
  expected: z.number(),
  lead: stirring,
  words: z.array(z.string()),
});

export const listWarnings = route({
  method: 'GET',
  path: '/warnings',
  summary: 'What stood out, the latest first; those nobody has looked at above',
  query: z.object({ state: z.enum(warningStates).optional() }),
  reply: z.object({
    rows: z.array(warningRow),
    shownCap: z.number().int(),
    /** 待研判. */
    waiting: z.number().int(),
    /** The first day whose appeals are counted, while they are too few days to say what is usual; else null. */
    since: day.nullable(),
  }),
});

export const readWarning = route({
  method: 'GET',
  path: '/warnings/:warningId',
  summary:
    'One warning with its reasons: band against seen day by day, what stirs with it, the appeals',
  params: z.object({ warningId: id }),
  reply: warningRow.extend({
    beside: z.array(stirring),
    days: z.array(z.object({ on: day, seen: z.number().int(), low: z.number(), high: z.number() })),
    orders: z.array(z.object({ id, orderNo: z.string(), title: z.string(), acceptedAt: instant })),
    counted: z.number().int(),
    settled: z
      .object({
        by: z.string(),
        at: instant,
        dismissedAs: z.enum(dismissals).nullable(),
        note: z.string(),
      })
      .nullable(),
    can: z.object({ look: z.boolean(), dismiss: z.boolean(), act: z.boolean() }),
  }),
});

export const lookAtWarning = route({
  method: 'POST',
  path: '/warnings/:warningId/look',
  summary: 'Say that somebody has looked at it',
  params: z.object({ warningId: id }),
  reply: done,
});

export const dismissWarning = route({
  method: 'POST',
  path: '/warnings/:warningId/dismiss',
  summary: 'Say that it means nothing, and why',
  params: z.object({ warningId: id }),
  body: z.object({ dismissedAs: z.enum(dismissals), note: z.string().trim().max(300) }),
  reply: done,
});

export const actOnWarning = route({
  method: 'POST',
  path: '/warnings/:warningId/act',
  summary: 'Say what was done about it',
  params: z.object({ warningId: id }),
  body: z.object({ note: z.string().trim().min(2).max(300) }),
  reply: done,
});

export const readForecast = route({
  method: 'GET',
  path: '/warnings/forecast',
  summary: 'What the next days will bring, with the band, and how the last weeks kept to theirs',
  reply: z.object({
    days: z.array(
      z.object({
        on: day,
        /** Null while it lies ahead. */
        seen: z.number().int().nullable(),
        expected: z.number().nullable(),
        low: z.number().int().nullable(),
        high: z.number().int().nullable(),
        name: z.string().nullable(),
      }),
    ),
    /** Of the days behind that had a forecast, in how many it held. */
    held: z.number().int(),
    told: z.number().int(),
    madeAt: instant.nullable(),
  }),
});

export const warningRefusals = {
  'warnings.no-such-warning': [404, '没有找到这条预警。'],
  'warnings.settled': [409, '这条预警已经有人处理过了,请刷新后查看。'],
} as const;
