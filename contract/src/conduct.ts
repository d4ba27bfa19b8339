import { z } from 'zod';
import { route } from './route.ts';
import { cursor, done, id, instant, orderNo, page } from './shapes.ts';
import { solvedAnswers } from './words/call-back.ts';
import { conductGrades, conductGrounds, conductMeasures, conductStates } from './words/conduct.ts';
import { letterStates } from './words/letters.ts';
import { orderStatuses } from './words/order.ts';

const words = z.string().trim().min(4).max(500);
const callParams = z.object({ callId: id });
const markParams = z.object({ markId: id });

const markView = z.object({
  id,
  grade: z.enum(conductGrades),
  grounds: z.enum(conductGrounds),
  measure: z.enum(conductMeasures),
  state: z.enum(conductStates),
  words: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  why: z.string().nullable(),
  untilAt: instant.nullable(),
  review: z
    .object({
      askedAt: instant,
      words: z.string(),
      by: z.string().nullable(),
      at: instant.nullable(),
      why: z.string().nullable(),
    })
    .nullable(),
  /** 线索移送函; null for whoever may not read letters. */
  letter: z
    .object({ letterId: id, no: z.string().nullable(), state: z.enum(letterStates) })
    .nullable(),
  abilities: z.array(z.enum(['decide', 'ask-review', 'review'])),
});

/** What a number asked before, and whether it was really solved: read before anybody calls a person malicious. */
const earlier = z.object({
  orders: z.array(
    z.object({
      orderId: id,
      orderNo,
      title: z.string(),
      status: z.enum(orderStatuses),
      isOpen: z.boolean(),
      /** What its requester said last; null: nobody asked them, or they were not reached. */
      solved: z.enum(solvedAnswers).nullable(),
    }),
  ),
  /** Open, or not solved as its requester says; those that may not be shown are counted too. */
  unsolved: z.int(),
  warnings: z.int(),
});

export const readCaller = route({
  method: 'GET',
  path: '/conduct/calls/:callId',
  summary:
    'Before a caller is marked: what they asked before, whether it was solved, and earlier marks',
  params: callParams,
  reply: z.object({ earlier, marks: z.array(markView) }),
});

export const askMark = route({
  method: 'POST',
  path: '/conduct/calls/:callId/marks',
  summary: 'Mark abusive conduct (扰乱行为) of the caller on the line and ask for a measure',
  params: callParams,
  body: z.object({
    grade: z.enum(conductGrades),
    grounds: z.enum(conductGrounds),
    measure: z.enum(conductMeasures),
    words,
    /** The agent has looked at whether the caller's earlier orders were solved. */
    looked: z.boolean().default(false),
  }),
  reply: z.object({ markId: id, state: z.enum(conductStates) }),
});

export const listMarks = route({
  method: 'GET',
  path: '/conduct/marks',
  summary:
    'What waits for approval or review, what is in force, or everything of a month, newest first',
  query: z.object({
    list: z.enum(['asked', 'in-force', 'review', 'month']).default('asked'),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    cursor: cursor.optional(),
  }),
  reply: page(markView),
});

export const readMark = route({
  method: 'GET',
  path: '/conduct/marks/:markId',
  summary: 'One mark, with what its number asked before and whether it was solved',
  params: markParams,
  reply: z.object({ mark: markView, earlier }),
});

export const decideMark = route({
  method: 'POST',
  path: '/conduct/marks/:markId/decide',
  summary: 'Another person grants or refuses the measure; it always ends by itself',
  params: markParams,
  body: z.object({ granted: z.boolean(), words }),
  reply: done,
});

export const askMarkReview = route({
  method: 'POST',
  path: '/conduct/marks/:markId/ask-review',
  summary: 'The person asks, by whatever channel, to have the measure reviewed',
  params: markParams,
  body: z.object({ words }),
  reply: done,
});

export const reviewMark = route({
  method: 'POST',
  path: '/conduct/marks/:markId/review',
  summary: 'Somebody else than whoever granted it lifts the measure or keeps it',
  params: markParams,
  body: z.object({ lifted: z.boolean(), words }),
  reply: done,
});

export const conductRefusals = {
  'conduct.frequency-alone': [
    422,
    '来电次数多不等于恶意:问题没有解决的人会反复来电。请先看之前的诉求是否真正解决,没解决的先催办。',
  ],
  'conduct.measure-too-strong': [422, '“{grade}”不能采取“{measure}”,请改选较轻的措施。'],
  'conduct.look-first': [422, '认定之前,请先逐件看过这个号码以前的诉求是否真正解决,再勾选确认。'],
  'conduct.unsolved-first': [
    409,
    '这个号码还有 {count} 件诉求没有真正解决,不能认定为恶意。请先催办或督办这些诉求。',
  ],
  'conduct.warn-first': [
    409,
    '分流之前要在 30 天内先劝导提醒两次,目前记录了 {count} 次。请先按话术劝导。',
  ],
  'conduct.emergency-open': [409, '这个号码有正在处置的紧急诉求,不能分流。'],
  'conduct.already': [409, '这个号码已有待批准或执行中的措施,请在“扰乱处置”中查看。'],
  'conduct.number-unknown': [422, '这通电话没有号码,不能采取措施。'],
  'conduct.no-such-mark': [404, '没有找到这条记录。'],
  'conduct.decided': [409, '这条措施已经有人决定,请刷新页面。'],
  'conduct.own': [409, '不能批准自己提出的措施,请另一位同事决定。'],
  'conduct.not-your-level': [403, '分流 7 天、30 天和移送线索由中心主任批准。'],
  'conduct.not-in-force': [409, '这条措施不在执行中,不需要复核。'],
  'conduct.in-review': [409, '已经申请过复核,请等复核结果。'],
  'conduct.no-review': [409, '这条措施没有等待的复核,请刷新页面。'],
  'conduct.own-ruling': [409, '措施是您提出或批准的,要由另一位同事复核。'],
} as const;
