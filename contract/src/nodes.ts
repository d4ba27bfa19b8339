import { z } from 'zod';
import { nodeOwnParts } from './nodes/parts.ts';
import { matterPrefix, nodeParams, quoted, reasonWords } from './nodes/shapes.ts';
import { route } from './route.ts';
import { areaCode, day, done, id, instant } from './shapes.ts';
import { nodeFamilies, nodeKinds, nodePhases, readingStates, windowRoles } from './words/nodes.ts';

export * from './nodes/quiet.ts';
export { quoted } from './nodes/shapes.ts';
export * from './nodes/watches.ts';
export * from './nodes/zero.ts';

const count = z.number().int();

/** 节点: its days, and its window. */
const node = z.object({
  ...nodeOwnParts,
  id,
  phase: z.enum(nodePhases),
  watched: count,
  /** 关注对象 with no order when the query was run last. */
  zero: count,
});

const listed = z.object({
  code: z.string(),
  year: count,
  name: z.string(),
  kind: z.enum(nodeKinds),
  first: day,
  last: day,
  from: day,
  to: day,
  /** 放假或考试日子 are not announced yet. */
  isSure: z.boolean(),
});

export const listNodes = route({
  method: 'GET',
  path: '/nodes',
  summary:
    'Key dates of a year: those being prepared, and those of the calendar nobody has begun (重要节点)',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  reply: z.object({
    year: count,
    rows: z.array(node),
    listed: z.array(listed),
    shownCap: count,
    can: z.object({ work: z.boolean() }),
  }),
});

export const openNode = route({
  method: 'POST',
  path: '/nodes',
  summary: 'Begin to prepare a key date of the calendar',
  body: z.object({ code: z.string().max(60), year: z.number().int().min(2000).max(2100) }),
  reply: z.object({ nodeId: id }),
});

export const addNode = route({
  method: 'POST',
  path: '/nodes/own',
  summary: 'Add a key date of the centre’s own: a great event (大型活动)',
  body: z.object({
    name: z.string().trim().min(2).max(40),
    family: z.enum(nodeFamilies),
    first: day,
    last: day,
    daysBefore: z.number().int().min(0).max(30),
    daysAfter: z.number().int().min(0).max(30),
    areas: z.array(areaCode).max(20),
    matters: z.array(matterPrefix).max(40),
  }),
  reply: z.object({ nodeId: id }),
});

const dayWords = z.object({
  on: day,
  /** Days from the first day of the holiday: 0 is the first. */
  no: count,
  /** 端午第1天; a nested day says both: 国庆第6天、中秋第1天. */
  label: z.string(),
  orders: count,
  people: count,
});

export const comparedWindow = z.object({
  role: z.enum(windowRoles),
  name: z.string(),
  first: day,
  last: day,
  from: day,
  to: day,
  orders: count,
  people: count,
  /** Null: all of it was read; otherwise only what came since then. */
  readFrom: instant.nullable(),
  days: z.array(dayWords),
});

const candidate = z.object({
  id,
  rank: count,
  name: z.string(),
  areaName: z.string(),
  areaCode,
  names: z.array(z.string()),
  things: z.array(z.string()),
  aliases: z.array(z.string()),
  people: count,
  orders: count,
  expected: z.number(),
  reasons: z.array(quoted),
  /** It is watched in this node. */
  watchId: id.nullable(),
});

export const readNode = route({
  method: 'GET',
  path: '/nodes/:nodeId',
  summary:
    'One key date: compared by holiday day, watched objects found from text, and those accepted',
  params: nodeParams,
  reply: node.extend({
    /** What was read last; while nothing was, the one that is asked for. */
    reading: z
      .object({
        id,
        state: z.enum(readingStates),
        askedAt: instant,
        windows: z.array(comparedWindow),
        /** 件 and 人 of the compared windows together, each order once. */
        orders: count,
        people: count,
        ordinaryOrders: count,
        ordinaryDays: count,
      })
      .nullable(),
    /** A later one that is at work or failed: until it is done, the earlier one stands. */
    again: z.enum(readingStates).nullable(),
    candidates: z.array(candidate),
    shownCap: count,
    lastReview: z
      .object({
        nodeId: id,
        name: z.string(),
        year: count,
        words: z.string(),
        at: instant,
        stays: z.array(z.object({ objectId: id, name: z.string(), areaCode, words: z.string() })),
      })
      .nullable(),
    review: z.object({ words: z.string(), by: z.string(), at: instant }).nullable(),
    can: z.object({ work: z.boolean(), review: z.boolean() }),
  }),
});

export const askReading = route({
  method: 'POST',
  path: '/nodes/:nodeId/readings',
  summary:
    'Read the compared windows anew: count by holiday day and find objects (找对象), as a job',
  params: nodeParams,
  reply: z.object({ readingId: id }),
});

export const listBehind = route({
  method: 'GET',
  path: '/nodes/candidates/:candidateId/orders',
  summary: 'The orders behind the numbers of a found object, by window',
  params: z.object({ candidateId: id }),
  reply: z.object({
    rows: z.array(
      z.object({
        orderId: id,
        orderNo: z.string(),
        title: z.string(),
        acceptedAt: instant,
        role: z.enum([...windowRoles, 'ordinary']),
        label: z.string(),
      }),
    ),
    hidden: count,
    shownCap: count,
  }),
});

export const reviewNode = route({
  method: 'POST',
  path: '/nodes/:nodeId/review',
  summary:
    'Review a node that is over: what worked, and which objects stay watched next year (复盘)',
  params: nodeParams,
  body: z.object({
    words: z.string().trim().min(10).max(4000),
    watches: z.array(z.object({ watchId: id, stays: z.boolean(), words: reasonWords })).max(60),
  }),
  reply: done,
});

export const nodeRefusals = {
  'nodes.bad-hours': [422, '静音时段不对:结束要晚于开始,并在窗口期({from} 至 {to})内。'],
  'nodes.no-such-node': [404, '没有找到这个节点。'],
  'nodes.no-such-listed': [404, '节点日历里没有这一年的这个节点。'],
  'nodes.opened': [409, '这个节点已经在准备了,请刷新后查看。'],
  'nodes.bad-days': [422, '日期不对:结束不早于开始,整个窗口最长 {days} 天。'],
  'nodes.at-work': [409, '正在读取诉求,完成后才能再来一次。'],
  'nodes.no-such-candidate': [404, '没有找到这个对象,可能已重新读取,请刷新后查看。'],
  'nodes.no-such-watch': [404, '没有找到这个关注对象。'],
  'nodes.watched': [409, '这个对象在本节点已经关注。'],
  'nodes.not-watched': [409, '这个对象已经不再关注,请刷新后查看。'],
  'nodes.word-known': [409, '这个说法已经有了。'],
  'nodes.no-such-word': [404, '没有找到这个说法,请刷新后查看。'],
  'nodes.last-name': [409, '至少要留一个名称,否则什么也找不到。'],
  'nodes.plan-too-late': [422, '预案事项要在节点第一天({first})之前完成,请改早一些。'],
  'nodes.not-begun': [409, '窗口期从 {from} 开始,到时候才能查:现在没有工单可查,零也不算数。'],
  'nodes.window-over': [409, '窗口期到 {to} 已经结束,关注对象和它的零投诉结果要保留,不能再取消。'],
  'nodes.not-over': [409, '窗口期到 {to} 为止,结束后才能复盘。'],
  'nodes.reviewed': [409, '这个节点已经复盘,不再改动。'],
  'nodes.limit-over': [409, '窗口期已经结束,不能再设窗口期时限。'],
  'nodes.no-limit': [409, '这个节点没有窗口期时限。'],
  'nodes.no-such-order': [404, '没有找到这件工单。'],
} as const;
