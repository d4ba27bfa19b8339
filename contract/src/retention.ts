import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, done, id, instant, orderNo } from './shapes.ts';
import { appealTypes } from './words/order.ts';
import {
  destroyedKinds,
  holdGrounds,
  holdTargets,
  itemOutcomes,
  listStates,
  retentionKinds,
} from './words/retention.ts';

const reason = z.string().trim().min(4).max(500);

/** 保管期限表. */
export const listClasses = route({
  method: 'GET',
  path: '/retention/classes',
  summary:
    'How long what is kept (保管期限表), with the shortest the rules allow, and what leaves by itself',
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        kind: z.enum(retentionKinds),
        types: z.array(z.enum(appealTypes)),
        matters: z.array(z.string()),
        /** Null: for ever. */
        years: z.int().nullable(),
        basis: z.string(),
        mark: z.string(),
        shortest: z.object({ years: z.int(), source: z.string() }).nullable(),
      }),
    ),
    /** 自动清扫: rows of no order that are over, by table. */
    swept: z.array(z.object({ table: z.string(), days: z.number() })),
  }),
});

const hold = z.object({
  id,
  target: z.enum(holdTargets),
  /** By which it was set; of a requester or an issue one of several. */
  orderId: id,
  orderNo,
  ground: z.enum(holdGrounds),
  reason: z.string(),
  fromWhom: z.string(),
  untilOn: day.nullable(),
  setBy: z.string(),
  setAt: instant,
  lifted: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  can: z.object({ lift: z.boolean() }),
});

export const listHolds = route({
  method: 'GET',
  path: '/retention/holds',
  summary: 'Legal holds (冻结), those in force or those lifted, newest first',
  query: z.object({
    state: z.enum(['standing', 'lifted']).default('standing'),
    cursor: cursor.optional(),
  }),
  reply: z.object({
    rows: z.array(hold),
    next: z.string().nullable(),
    shownCap: z.int(),
    can: z.object({ set: z.boolean() }),
  }),
});

export const setHold = route({
  method: 'POST',
  path: '/retention/holds',
  summary:
    'Hold an order, everything of its requester, or of its issue: nothing of it is destroyed or erased',
  body: z.object({
    orderNo,
    target: z.enum(holdTargets),
    ground: z.enum(holdGrounds),
    reason,
    /** Who asked for it: organ and document. */
    fromWhom: z.string().trim().min(2).max(100),
    untilOn: day.nullable(),
  }),
  reply: z.object({ holdId: id }),
});

export const liftHold = route({
  method: 'POST',
  path: '/retention/holds/:holdId/lift',
  summary: 'Lift a hold; never by the one who set it',
  params: z.object({ holdId: id }),
  body: z.object({ reason }),
  reply: done,
});

const listParams = z.object({ listId: id });
const destructionList = z.object({
  id,
  name: z.string(),
  kind: z.enum(destroyedKinds),
  /** 'YYYY-MM', of the orders' own month. */
  month: z.string(),
  years: z.int(),
  state: z.enum(listStates),
  orders: z.int(),
  proposedAt: instant,
});

export const listLists = route({
  method: 'GET',
  path: '/retention/lists',
  summary: 'Destruction lists (销毁清册), newest first',
  query: z.object({ state: z.enum(['open', 'ended']).default('open'), cursor: cursor.optional() }),
  reply: z.object({
    rows: z.array(destructionList),
    next: z.string().nullable(),
    shownCap: z.int(),
  }),
});

const signature = z.object({ by: z.string(), at: instant });

export const readList = route({
  method: 'GET',
  path: '/retention/lists/:listId',
  summary:
    'One destruction list: rule, counts, oldest and newest, a sample, signatures, what was destroyed',
  params: listParams,
  reply: destructionList.extend({
    basis: z.string(),
    closedBefore: instant,
    oldestAt: instant,
    newestAt: instant,
    /** Due, and held back when the list was made. */
    held: z.int(),
    /** SHA-256 over the ids, in their order: what is signed is what is destroyed. */
    digest: z.string(),
    sample: z.array(
      z.object({
        orderNo,
        type: z.enum(appealTypes),
        matter: z.string(),
        closedAt: instant,
        outcome: z.enum(itemOutcomes).nullable(),
      }),
    ),
    signed: signature.nullable(),
    secured: signature.nullable(),
    refused: signature.extend({ reason: z.string() }).nullable(),
    /** 销毁记录. */
    record: z
      .object({
        at: instant,
        destroyed: z.int(),
        held: z.int(),
        changed: z.int(),
        /** SHA-256 over this record: rule, numbers, who signed, and the digest of the list. */
        hash: z.string(),
      })
      .nullable(),
    can: z.object({ sign: z.boolean(), secure: z.boolean(), refuse: z.boolean() }),
  }),
});

/** 清册, as a table to save: POST, with a purpose. */
export const listExportPath = '/retention/lists/export';
/** A long list comes in parts of `mostExported` rows. */
export const listExportBody = z.object({
  listId: id,
  part: z.int().min(1).max(100),
  purpose: z.string().trim().min(4).max(200),
});

export const signList = route({
  method: 'POST',
  path: '/retention/lists/:listId/sign',
  summary: 'First signature (档案): the list goes on to security',
  params: listParams,
  body: z.object({ digest: z.string() }),
  reply: done,
});

export const secureList = route({
  method: 'POST',
  path: '/retention/lists/:listId/secure',
  summary: 'Second signature (安全), by another account: destruction begins',
  params: listParams,
  body: z.object({ digest: z.string() }),
  reply: done,
});

export const refuseList = route({
  method: 'POST',
  path: '/retention/lists/:listId/refuse',
  summary: 'Not to be destroyed, with a reason; it is proposed again after a year',
  params: listParams,
  body: z.object({ reason }),
  reply: done,
});

export const retentionRefusals = {
  'retention.held': [409, '这件工单的内容已冻结({ground}),解除冻结前不能删除。'],
  'retention.no-such-hold': [404, '没有这条冻结记录。'],
  'retention.lifted': [409, '这条冻结已经解除。'],
  'retention.own-hold': [403, '冻结由谁设置,就不能由谁解除,请由另一人解除。'],
  'retention.no-number': [409, '这件工单没有留下诉求人电话,不能按诉求人冻结,请冻结工单或事项。'],
  'retention.until-past': [400, '冻结的到期日要晚于今天。'],
  'retention.destroyed': [409, '这件工单的内容已按保管期限销毁。'],
  'retention.no-such-list': [404, '没有这份销毁清册。'],
  'retention.list-moved-on': [409, '这份清册已由他人处理,请刷新后再看。'],
  'retention.other-list': [409, '清册与打开时不同,请刷新后再签署。'],
  'retention.own-signature': [403, '档案签署和安全签署须由两个人分别完成。'],
} as const;
