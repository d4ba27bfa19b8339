import { z } from 'zod';
import { route } from './route.ts';
import { cursor, done, id, instant, orderRow, page } from './shapes.ts';
import { checkReasons, checkStates } from './words/guidance.ts';

const orderParams = z.object({ orderId: id });
const reason = z.string().trim().min(2).max(500);

const checkView = z.object({
  no: z.int(),
  why: z.enum(checkReasons),
  state: z.enum(checkStates),
  disposition: z.string(),
  givenBy: z.string().nullable(),
  reason: z.string().nullable(),
  askedAt: instant,
  dueAt: instant,
  isLate: z.boolean(),
  words: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
});

export const askCheck = route({
  method: 'POST',
  path: '/guidance/:orderId/ask',
  summary:
    'The requester asks on the telephone for the one review (复核), or complains about the guidance',
  params: orderParams,
  body: z.object({ why: z.enum(['requested', 'complaint']), reason }),
  reply: done,
});

export const decideCheck = route({
  method: 'POST',
  path: '/guidance/:orderId/decide',
  summary:
    'The guidance was right, or the order goes to dispatch after all; the requester reads the words',
  params: orderParams,
  body: z.object({ upheld: z.boolean(), words: z.string().trim().min(4).max(1000) }),
  reply: done,
});

export const readChecks = route({
  method: 'GET',
  path: '/guidance/:orderId',
  summary: 'Every check of the guidance this order was given',
  params: orderParams,
  reply: z.object({
    checks: z.array(checkView),
    abilities: z.array(z.enum(['ask', 'complain', 'decide'])),
  }),
});

export const listChecks = route({
  method: 'GET',
  path: '/guidance/checks',
  summary:
    'What waits for a second pair of eyes, the earliest due first; or what was decided, the latest first',
  query: z.object({
    state: z.enum(['waiting', 'decided']).default('waiting'),
    cursor: cursor.optional(),
  }),
  reply: page(z.object({ order: orderRow, check: checkView })),
});

export const guidanceRefusals = {
  'guidance.not-guided': [
    409,
    '这件工单不是分类告知,或者已经归档,不能申请复核。有新情况请重新提交。',
  ],
  'guidance.asked-once': [409, '已经申请过一次复核。有新的事实或材料,请重新提交诉求。'],
  'guidance.waiting': [409, '这件告知已经在复核,请等复核结果。'],
  'guidance.none-waiting': [409, '这件告知没有等待的复核,请刷新页面。'],
  'guidance.own': [409, '告知是您作出的,要由另一位同事复核。'],
} as const;
