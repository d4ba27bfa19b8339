import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, done, id, instant, page } from './shapes.ts';
import {
  noticeAudiences,
  noticeChannels,
  noticeHolds,
  noticeStates,
  noticeUrgencies,
  noticeWays,
} from './words/notices.ts';

const channel = z.enum(noticeChannels);

/** One message, without what it says: that may hold a code or an answer. */
const noticeRow = z.object({
  id,
  channel,
  state: z.enum(noticeStates),
  /** Number or address, masked. */
  to: z.string(),
  unitName: z.string().nullable(),
  /** The words of its template, with what was filled in left out. */
  gist: z.string(),
  orderId: id.nullable(),
  tries: z.number().int(),
  madeAt: instant,
  endedAt: instant.nullable(),
  /** The carrier's word or the network's. */
  error: z.string().nullable(),
});

export const listTroubled = route({
  method: 'GET',
  path: '/notices/troubled',
  summary:
    'Messages that were given up, or of which nobody knows whether they left; carriers that are silent',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(noticeRow).extend({
    silent: z.array(
      z.object({ channel, since: instant, error: z.string(), nextTryAt: instant.nullable() }),
    ),
    can: z.object({ settle: z.boolean() }),
  }),
});

export const listHeld = route({
  method: 'GET',
  path: '/notices/held',
  summary: 'Messages that wait: quiet hours, or too many had reached the number',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(noticeRow.extend({ heldFor: z.enum(noticeHolds), notBefore: instant })),
});

const messageId = z.object({ messageId: id });

export const resend = route({
  method: 'POST',
  path: '/notices/:messageId/resend',
  summary: 'Send a message that was given up, or may not have left, once more',
  params: messageId,
  reply: done,
});

export const drop = route({
  method: 'POST',
  path: '/notices/:messageId/drop',
  summary: 'Not sent any more; the person was told otherwise, or need not be',
  params: messageId,
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  reply: done,
});

const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), orderId: id }),
  z.object({ kind: z.enum(['letter', 'task', 'meeting', 'visit', 'none']) }),
]);

export const readInbox = route({
  method: 'GET',
  path: '/inbox',
  summary: 'Messages on screen of whoever asks, newest first',
  query: z.object({ cursor: cursor.optional(), unread: z.literal('yes').optional() }),
  reply: page(
    z.object({
      id,
      text: z.string(),
      about,
      at: instant,
      urgent: z.boolean(),
      readAt: instant.nullable(),
    }),
  ),
});

export const countInbox = route({
  method: 'GET',
  path: '/inbox/count',
  summary: 'How many of one’s messages are new, counted to a limit',
  reply: z.object({ unread: z.number().int(), mostCounted: z.number().int() }),
});

export const readMessage = route({
  method: 'POST',
  path: '/inbox/:postingId/read',
  summary: 'One message was read',
  params: z.object({ postingId: id }),
  reply: done,
});

export const readAll = route({
  method: 'POST',
  path: '/inbox/read',
  summary: 'All messages up to this one were read',
  body: z.object({ upTo: id }),
  reply: done,
});

export const readRules = route({
  method: 'GET',
  path: '/notices/rules',
  summary: 'Who is told what by which way, as it would read; quiet hours and limits',
  reply: z.object({
    rules: z.array(
      z.object({
        message: z.string(),
        audience: z.enum(noticeAudiences),
        urgency: z.enum(noticeUrgencies),
        ways: z.array(z.object({ way: z.enum(noticeWays), words: z.string() })),
        readers: z.array(z.string()),
      }),
    ),
    hours: z.array(
      z.object({
        channel,
        audience: z.enum(noticeAudiences),
        urgency: z.enum(noticeUrgencies),
        quietFrom: z.string().nullable(),
        quietTo: z.string().nullable(),
        /** 条, to one number or address. */
        perHour: z.number().int().nullable(),
        perDay: z.number().int().nullable(),
      }),
    ),
  }),
});

export const readTally = route({
  method: 'GET',
  path: '/notices/tally',
  summary: 'How many left, arrived and failed, by way and day, of the last two weeks',
  reply: z.object({
    days: z.number().int(),
    /** 条; of messages on screen, a person each. */
    rows: z.array(
      z.object({
        day,
        way: z.enum(noticeWays),
        sent: z.number().int(),
        delivered: z.number().int(),
        failed: z.number().int(),
        uncertain: z.number().int(),
      }),
    ),
  }),
});

export const ofOrder = route({
  method: 'GET',
  path: '/orders/:orderId/notices',
  summary: 'What was sent about an order and what became of it; a unit reads what went to itself',
  params: z.object({ orderId: id }),
  reply: z.object({
    rows: z.array(
      z.object({
        id,
        channel,
        state: z.enum(noticeStates),
        unitName: z.string().nullable(),
        gist: z.string(),
        at: instant,
        receiptAt: instant.nullable(),
        notBefore: instant.nullable(),
        error: z.string().nullable(),
      }),
    ),
    shownCap: z.number().int(),
  }),
});

/** No JSON of ours: what the carrier sends, read as the settings say. */
export const receiptsPath = '/notices/receipts/sms';

export const receiptsTaken = z.object({
  taken: z.number().int(),
  /** Messages nobody here knows, or reports nobody understood, as the carrier named them. */
  unknown: z.array(z.string()),
});

export const noticeRefusals = {
  'notices.no-receipts': [404, '没有设置短信回执。'],
  'notices.receipt-unsigned': [401, '回执没有正确签名,或时间相差超过五分钟。'],
  'notices.receipt-unreadable': [422, '回执不是 JSON。'],
  'notices.no-such-message': [404, '没有这条通知。'],
  'notices.not-troubled': [409, '这条通知已经有人处理,请刷新后查看。'],
} as const;
