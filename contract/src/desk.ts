import { z } from 'zod';
import { route } from './route.ts';
import { assignmentRow, cursor, id, instant, orderRow, page, unitBrief } from './shapes.ts';
import { assignmentRoles } from './words/assignment.ts';
import { solvedAnswers } from './words/call-back.ts';
import { desks } from './words/desks.ts';
import { noticeChannels, noticeStates, noticeWays } from './words/notices.ts';

export const counters = route({
  method: 'GET',
  path: '/desk/counters',
  summary: 'The counters of this person’s desks; never a count over orders',
  reply: z.object({
    /** Capped: counted no further, there may be more. */
    rows: z.array(
      z.object({ desk: z.enum(desks), count: z.number().int(), isCapped: z.boolean() }),
    ),
    at: instant,
  }),
});

export const deskOrders = route({
  method: 'GET',
  path: '/desk/orders',
  summary: 'One desk of orders, most urgent and oldest first, in pages',
  query: z.object({ desk: z.enum(desks), cursor: cursor.optional() }),
  reply: page(
    orderRow.extend({
      /** 回访: what its requester last answered in this round; null where nobody was reached, and on every other desk. */
      lastAnswer: z.enum(solvedAnswers).nullable(),
    }),
  ),
});

export const deskAssignments = route({
  method: 'GET',
  path: '/desk/assignments',
  summary: 'One desk of duties of this person’s unit and the units below',
  query: z.object({ desk: z.enum(desks), cursor: cursor.optional() }),
  reply: page(assignmentRow),
});

/** 待指定专人: that it waits and for how long; number, words and place are for whoever will be named. */
export const dutiesToName = route({
  method: 'GET',
  path: '/desk/to-name',
  summary:
    'Duties of secrecy 3 in this unit and below that wait for a named reader; nothing of the order itself',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(
    z.object({
      orderId: id,
      assignmentId: id,
      unit: unitBrief,
      role: z.enum(assignmentRoles),
      sentAt: instant,
      signDueAt: instant.nullable(),
      dueAt: instant.nullable(),
    }),
  ),
});

export const sentMessages = route({
  method: 'GET',
  path: '/twins/messages',
  summary: 'What the pretend SMS and telephone twins sent; numbers masked',
  query: z.object({
    order: z.uuid().optional(),
    way: z.enum(noticeWays).optional(),
    cursor: cursor.optional(),
  }),
  reply: page(
    z.object({
      id: z.uuid(),
      channel: z.enum(noticeWays),
      to: z.string(),
      toUnit: z.string().nullable(),
      template: z.string(),
      text: z.string(),
      orderNo: z.string().nullable(),
      at: instant,
      state: z.enum(noticeStates),
      /** The pretend telephone it went to may write back. */
      mayAnswer: z.boolean(),
    }),
  ).extend({
    /** Ways that really leave by now; of all others only this page knows. */
    real: z.array(z.enum(noticeChannels)),
  }),
});

export const deskRefusals = {
  'desk.not-yours': [403, '这个工作台不属于您的岗位。'],
  /** `topics`: which ones, for the page; the person is told how many. */
  'desk.not-heard': [403, '有 {count} 项内容不在您可以查看的范围内,不能接收它的实时变化。'],
} as const;
