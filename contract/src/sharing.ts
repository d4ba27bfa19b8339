import { z } from 'zod';
import { route } from './route.ts';
import { cursor, done, id, instant, orderNo, page } from './shapes.ts';
import {
  sensitiveFields,
  shareDirections,
  shareSides,
  shareStates,
  shareWays,
} from './words/sharing.ts';

const shareParams = z.object({ shareId: id });
const reason = z.string().trim().min(4).max(500);
const purpose = z.string().trim().min(4).max(300);
const matterPrefix = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/);

const share = z.object({
  id,
  peer: z.object({ code: z.string(), name: z.string() }),
  direction: z.enum(shareDirections),
  askedBySide: z.enum(shareSides),
  state: z.enum(shareStates),
  purpose: z.string(),
  /** Where they give, the fields bear their names. */
  fields: z.array(z.string()),
  matterName: z.string().nullable(),
  untilAt: instant,
  askedAt: instant,
  askedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  approvedBy: z.string().nullable(),
  theirsAt: instant.nullable(),
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
  /** What we last told them, and did not get through or was refused. */
  trouble: z.string().nullable(),
});

/** 可查. */
export const listShares = route({
  method: 'GET',
  path: '/sharing',
  summary: 'Data-sharing subscriptions with other systems, the latest first',
  query: z.object({ q: z.string().trim().max(60).optional(), cursor: cursor.optional() }),
  reply: page(share).extend({
    peers: z.array(z.object({ code: z.string(), name: z.string() })),
    can: z.object({ ask: z.boolean() }),
  }),
});

export const askShare = route({
  method: 'POST',
  path: '/sharing',
  summary: 'Ask for a subscription: purpose, fields, direction and its end; both sides approve',
  body: z.object({
    peer: z.string().max(40),
    direction: z.enum(shareDirections),
    purpose,
    fields: z.array(z.string().trim().min(1).max(40)).min(1).max(40),
    matterPrefix: matterPrefix.optional(),
    days: z.int().min(1).max(366),
  }),
  reply: z.object({ shareId: id }),
});

export const readShare = route({
  method: 'GET',
  path: '/sharing/:shareId',
  summary: 'One subscription with its batches: who, when, how many, from which cursor',
  params: shareParams,
  query: z.object({ cursor: cursor.optional() }),
  reply: z.object({
    share,
    batches: z.array(
      z.object({
        id,
        way: z.enum(shareWays),
        at: instant,
        by: z.string(),
        orders: z.int(),
        fromCursor: z.string(),
        toCursor: z.string(),
      }),
    ),
    next: cursor.nullable(),
    /** 敏感字段 that whoever approves has to name. */
    toName: z.array(z.enum(sensitiveFields)),
    can: z.object({
      approve: z.boolean(),
      refuse: z.boolean(),
      revoke: z.boolean(),
      fetch: z.boolean(),
    }),
  }),
});

export const approveShare = route({
  method: 'POST',
  path: '/sharing/:shareId/approve',
  summary: 'Our side approves; each sensitive field is named',
  params: shareParams,
  body: z.object({ named: z.array(z.enum(sensitiveFields)).default([]) }),
  reply: done,
});

export const refuseShare = route({
  method: 'POST',
  path: '/sharing/:shareId/refuse',
  summary: 'Our side refuses with a reason',
  params: shareParams,
  body: z.object({ reason }),
  reply: done,
});

export const revokeShare = route({
  method: 'POST',
  path: '/sharing/:shareId/revoke',
  summary: 'Revoke an approved subscription with a reason: nothing passes from now on',
  params: shareParams,
  body: z.object({ reason }),
  reply: done,
});

export const fetchShare = route({
  method: 'POST',
  path: '/sharing/:shareId/fetch',
  summary: 'Fetch the next rows the other side gives, from where the last batch ended',
  params: shareParams,
  reply: done,
});

/** 可看: a batch as it passed; values of sensitive fields are not kept, only that they were given. */
export const readBatch = route({
  method: 'GET',
  path: '/sharing/batches/:batchId',
  summary: 'What passed in one batch, row by row',
  params: z.object({ batchId: id }),
  reply: z.object({
    fields: z.array(z.string()),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    digest: z.string(),
    /** Its rows have left since, as so old ones do. */
    emptiedAt: instant.nullable(),
  }),
});

/** 可追溯. */
export const sharesOfOrder = route({
  method: 'GET',
  path: '/sharing/orders/:orderId',
  summary: 'To whom an order was given, when and for what',
  params: z.object({ orderId: id }),
  reply: z.object({
    orderNo,
    rows: z.array(
      z.object({
        shareId: id,
        batchId: id,
        peerName: z.string(),
        purpose: z.string(),
        at: instant,
      }),
    ),
  }),
});

export const sharingRefusals = {
  'data-sharing.no-such-share': [404, '没有找到这项数据共享。'],
  'data-sharing.no-such-batch': [404, '没有找到这一批数据。'],
  'data-sharing.no-such-peer': [
    422,
    '代码为 {code} 的对接方没有登记、已经停用,或者只能交换文件、工单。',
  ],
  'data-sharing.unknown-field': [422, '“{field}”不在可共享的字段里。'],
  'data-sharing.own-asking': [403, '申请人不能自己批准,请由另一位同事批准。'],
  'data-sharing.not-named': [422, '敏感字段要逐项确认:{fields}。'],
  'data-sharing.decided': [409, '这项数据共享现在是“{state}”,不能这样做。'],
} as const;
