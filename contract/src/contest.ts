import { z } from 'zod';
import { route } from './route.ts';
import { cursor, done, fileView, id, instant, orderRow, page, unitBrief } from './shapes.ts';
import { contestLevels, contestStates, exclusionCodes } from './words/contest.ts';

const orderParams = z.object({ orderId: id });
const words = z.string().trim().min(4).max(1000);

const rulingView = z.object({
  level: z.enum(contestLevels),
  upheld: z.boolean(),
  words: z.string(),
  by: z.string(),
  at: instant,
});

/** 评价申诉: why a rating should not count, who looked, and what came of it. */
const contestView = z.object({
  no: z.number().int(),
  unit: unitBrief,
  code: z.enum(exclusionCodes),
  words: z.string(),
  files: z.array(fileView),
  level: z.enum(contestLevels),
  state: z.enum(contestStates),
  /** 是否计入考核: false only once it was upheld. */
  counts: z.boolean(),
  askedAt: instant,
  rulings: z.array(rulingView),
});

export const askContest = route({
  method: 'POST',
  path: '/call-back/:orderId/contest',
  summary: 'The unit says that a bad rating should not count for it: reason, words, evidence',
  params: orderParams,
  body: z.object({
    code: z.enum(exclusionCodes),
    words,
    fileIds: z.array(id).min(1).max(9),
  }),
  reply: z.object({ level: z.enum(contestLevels) }),
});

export const takeFurther = route({
  method: 'POST',
  path: '/call-back/:orderId/contest/further',
  summary: 'Rejected below the director: the next level looks once more',
  params: orderParams,
  reply: z.object({ level: z.enum(contestLevels) }),
});

export const ruleOnContest = route({
  method: 'POST',
  path: '/call-back/:orderId/contest/rule',
  summary: 'Uphold or reject; what a county upholds goes to the city',
  params: orderParams,
  body: z.object({ upheld: z.boolean(), words }),
  reply: done,
});

export const readContests = route({
  method: 'GET',
  path: '/call-back/:orderId/contest',
  summary: 'All contests of one order, and which reasons fit it',
  params: orderParams,
  reply: z.object({
    contests: z.array(contestView),
    fitting: z.array(z.enum(exclusionCodes)),
    until: instant.nullable(),
    abilities: z.array(z.enum(['ask', 'further', 'rule'])),
  }),
});

export const listContests = route({
  method: 'GET',
  path: '/call-back/contests',
  summary: 'What waits at one level, the oldest first',
  query: z.object({ level: z.enum(contestLevels), cursor: cursor.optional() }),
  reply: page(z.object({ order: orderRow, unit: unitBrief, code: z.enum(exclusionCodes) })),
});

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const listExclusions = route({
  method: 'GET',
  path: '/call-back/exclusions',
  summary: 'Ratings that do not count, by month: how many of each code, and which',
  query: z.object({
    month,
    cursor: cursor.optional(),
  }),
  reply: page(
    z.object({
      order: orderRow,
      unit: unitBrief,
      code: z.enum(exclusionCodes),
      level: z.enum(contestLevels),
      at: instant,
    }),
  ).extend({
    counts: z.array(z.object({ code: z.enum(exclusionCodes), count: z.number().int() })),
  }),
});

/** Raw HTTP: POST /api/call-back/exclusions/export, a month's list as xlsx. */
export const exportExclusionsPath = '/call-back/exclusions/export';
export const exportExclusionsBody = z.object({
  month,
  purpose: z.string().trim().min(4).max(200),
});

export const contestRefusals = {
  'call-back.contest-nothing-bad': [409, '这一轮没有“未解决”或“不满意”的评价,不需要申诉。'],
  'call-back.contest-late': [409, '申诉期已过({until} 截止)。'],
  'call-back.contest-once': [409, '这条评价已经申诉过;没有通过的,可以在期限内请上一级复核。'],
  'call-back.contest-code': [422, '这件工单不符合“{code}”,请选别的理由。'],
  'call-back.contest-none-open': [409, '这件工单没有等待复核的申诉,请刷新页面。'],
  'call-back.contest-not-your-level': [403, '这件申诉现在由{who}复核。'],
  'call-back.contest-own-work': [
    403,
    '审核过这份答复、回访过这件工单或已复核过的人不能复核,请换一位同事。',
  ],
  'call-back.contest-too-many': [422, '一次最多导出 {limit} 件,请联系管理员分批导出。'],
  'call-back.contest-final': [409, '中心主任已经复核,不能再往上申诉。'],
} as const;
