import { z } from 'zod';
import { route } from './route.ts';
import { cursor, done, fileView, id, instant, orderRow, page, unitBrief } from './shapes.ts';
import { falseStates, foundHows } from './words/call-back.ts';

const orderParams = z.object({ orderId: id });
const words = z.string().trim().min(4).max(1000);

/** 虚假办结: what the unit said, what was found, what it says to that, and who decided. */
const recordView = z.object({
  no: z.number().int(),
  unit: unitBrief,
  round: z.number().int(),
  foundHow: z.enum(foundHows),
  claimed: z.string(),
  found: z.string(),
  foundAt: instant,
  /** Null for a unit: it does not learn who asked or looked. */
  foundBy: z.string().nullable(),
  files: z.array(fileView),
  state: z.enum(falseStates),
  hearUntil: instant,
  heard: z.string().nullable(),
  heardAt: instant.nullable(),
  ruling: z.string().nullable(),
  ruledAt: instant.nullable(),
  ruledBy: z.string().nullable(),
});

export const reportFalse = route({
  method: 'POST',
  path: '/call-back/:orderId/false-completion',
  summary:
    'An answer says what is not so: found at the call-back, or at a site check with evidence',
  params: orderParams,
  body: z.object({
    foundHow: z.enum(foundHows),
    found: words,
    fileIds: z.array(id).max(9).default([]),
  }),
  reply: z.object({ hearUntil: instant }),
});

export const answerFalse = route({
  method: 'POST',
  path: '/call-back/:orderId/false-completion/statement',
  summary: 'What the unit says to it',
  params: orderParams,
  body: z.object({ words }),
  reply: done,
});

export const ruleOnFalse = route({
  method: 'POST',
  path: '/call-back/:orderId/false-completion/rule',
  summary: 'Another person confirms, and the order is worked once more; or dismisses',
  params: orderParams,
  body: z.object({ confirmed: z.boolean(), words }),
  reply: z.object({ dueAt: instant.nullable() }),
});

export const readFalse = route({
  method: 'GET',
  path: '/call-back/:orderId/false-completion',
  summary: 'All records of one order',
  params: orderParams,
  reply: z.object({
    records: z.array(recordView),
    abilities: z.array(z.enum(['report', 'report-site', 'answer', 'rule'])),
  }),
});

export const listFalse = route({
  method: 'GET',
  path: '/call-back/false-completions',
  summary: 'What waits for a decision, or was confirmed',
  query: z.object({
    state: z.enum(['open', 'confirmed']).default('open'),
    cursor: cursor.optional(),
  }),
  reply: page(
    z.object({
      order: orderRow,
      unit: unitBrief,
      foundHow: z.enum(foundHows),
      state: z.enum(falseStates),
      foundAt: instant,
    }),
  ),
});

export const falseByUnit = route({
  method: 'GET',
  path: '/call-back/false-completions/by-unit',
  summary: 'How many were confirmed of each unit in the last 365 days, the most first',
  reply: z.object({ units: z.array(z.object({ unit: unitBrief, count: z.number().int() })) }),
});

export const falseCompletionRefusals = {
  'call-back.false-open': [409, '这件工单已有一条虚假办结在认定,请先等结果。'],
  'call-back.false-none-open': [409, '这件工单没有等待认定的虚假办结,请刷新页面。'],
  'call-back.false-not-said': [409, '回访时诉求人没有说未解决,请先记录回访,或按现场核查登记。'],
  'call-back.false-evidence': [422, '现场核查发现的,请至少附一张照片或一份材料。'],
  'call-back.false-own-finding': [403, '谁发现的不能由谁认定,请换一位同事认定。'],
  'call-back.false-unheard': [409, '单位还可以在 {until} 前说明,请听取后再认定。'],
  'call-back.false-answered': [409, '单位已经作过说明,请等待认定。'],
} as const;
