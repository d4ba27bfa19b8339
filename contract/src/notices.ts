import { z } from 'zod';
import { route } from './route.ts';
import { cursor, done, id, instant, page } from './shapes.ts';
import { noticeChannels, noticeStates } from './words/notices.ts';

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
