import { z } from 'zod';
import { route } from './route.ts';
import { done, instant } from './shapes.ts';
import { correctedKinds } from './words/calendar.ts';

const day = z.iso.date();
const kind = z.enum(correctedKinds);

export const listCalendar = route({
  method: 'GET',
  path: '/calendar',
  summary:
    'Days off and make-up days of a year with the notice each rests on, and what waits for a second person',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  reply: z.object({
    /** False: no notice for this year yet, so deadlines that reach into it are provisional. */
    isSettled: z.boolean(),
    rows: z.array(
      z.object({
        on: day,
        kind: z.enum(['off', 'work']),
        name: z.string(),
        source: z.string(),
        isCorrected: z.boolean(),
      }),
    ),
    waiting: z.array(
      z.object({
        id: z.uuid(),
        on: day,
        kind,
        name: z.string(),
        source: z.string(),
        proposedBy: z.string(),
        proposedAt: instant,
        can: z.object({ decide: z.boolean() }),
      }),
    ),
    can: z.object({ propose: z.boolean() }),
  }),
});

export const proposeDay = route({
  method: 'POST',
  path: '/calendar/corrections',
  summary: 'Say what a day is, and on which notice; it counts once another person has confirmed it',
  body: z.object({
    on: day,
    kind,
    dayName: z.string().trim().min(1).max(30),
    notice: z.string().trim().min(4).max(200),
  }),
  reply: z.object({ correctionId: z.uuid() }),
});

export const decideDay = route({
  method: 'POST',
  path: '/calendar/corrections/:correctionId/decide',
  summary: 'Confirm or refuse a corrected day as the second person; running deadlines follow',
  params: z.object({ correctionId: z.uuid() }),
  body: z.object({ confirmed: z.boolean() }),
  reply: done,
});

export const calendarRefusals = {
  'calendar.day-waits': [409, '{day} 已有一条更正等待核对,请先核对那一条。'],
  'calendar.nothing-new': [409, '{day} 现在就是这样安排的,不用更正。'],
  'calendar.no-such-correction': [404, '没有这条日历更正,请刷新页面。'],
  'calendar.decided-already': [409, '这条日历更正已经处理过了,请刷新页面。'],
  'calendar.second-person': [403, '日历更正须由另一人核对,请请同事处理。'],
} as const;
