import { z } from 'zod';
import { route } from '../route.ts';
import {
  areaCode,
  done,
  id,
  instant,
  matterCode,
  orderNo,
  phone,
  point,
  queryCode,
} from '../shapes.ts';
import { ratings, solvedAnswers } from '../words/call-back.ts';
import { appealTypes } from '../words/order.ts';

/** The citizen's side: no account; number and query code open one appeal. Codes travel in bodies, never in addresses. */
export const sendAppeal = route({
  method: 'POST',
  path: '/public/appeals',
  summary: 'Send an appeal from the citizen page',
  body: z.object({
    content: z.string().trim().min(4).max(5000),
    type: z.enum(appealTypes).optional(),
    matterCode: matterCode.optional(),
    areaCode: areaCode.optional(),
    address: z.string().trim().max(200).default(''),
    point: point.optional(),
    name: z.string().trim().max(60).optional(),
    phone: phone.optional(),
    wantsSecrecy: z.boolean().default(false),
    noticeRead: z.literal(true),
    uploads: z
      .array(z.object({ id, key: z.string().max(100) }))
      .max(9)
      .default([]),
  }),
  reply: z.object({ orderNo, queryCode, promise: z.string(), isEmergency: z.boolean() }),
});

const key = { orderNo, code: queryCode };

export const trackAppeal = route({
  method: 'POST',
  path: '/public/track',
  summary: 'Where my appeal stands, in plain words, with the promised date',
  body: z.object(key),
  reply: z.object({
    orderNo,
    title: z.string(),
    stage: z.string(),
    stageWords: z.string(),
    promiseOn: z.string().nullable(),
    /** Still being worked on: a promised day may yet come. */
    isOpen: z.boolean(),
    steps: z.array(z.object({ at: instant, words: z.string() })),
    /** 待补充: what the unit would like to know. */
    question: z.string().nullable(),
    answer: z.string().nullable(),
    mayAdd: z.boolean(),
    mayUrge: z.boolean(),
    mayWithdraw: z.boolean(),
    mayRate: z.boolean(),
    /** 复核: of guidance elsewhere, once. */
    mayAskReview: z.boolean(),
    reviewWords: z.string().nullable(),
  }),
});

export const addToAppeal = route({
  method: 'POST',
  path: '/public/add',
  summary: 'Add to my appeal',
  body: z.object({
    ...key,
    content: z.string().trim().min(2).max(3000),
    uploads: z
      .array(z.object({ id, key: z.string().max(100) }))
      .max(9)
      .default([]),
  }),
  reply: done,
});
export const urgeAppeal = route({
  method: 'POST',
  path: '/public/urge',
  summary: 'Urge, once a day',
  body: z.object(key),
  reply: done,
});
export const withdrawAppeal = route({
  method: 'POST',
  path: '/public/withdraw',
  summary: 'Withdraw before the answer',
  body: z.object({ ...key, reason: z.string().trim().max(500).default('') }),
  reply: done,
});
export const rateAppeal = route({
  method: 'POST',
  path: '/public/rate',
  summary: 'Rate: solved, process and result asked apart',
  body: z.object({
    ...key,
    solved: z.enum(solvedAnswers),
    processRating: z.enum(ratings),
    resultRating: z.enum(ratings),
    reason: z.string().trim().max(1000).default(''),
  }),
  reply: done,
});

export const askReview = route({
  method: 'POST',
  path: '/public/review',
  summary: 'Ask for the one review of the guidance I was given',
  body: z.object({ ...key, reason: z.string().trim().min(2).max(500) }),
  reply: done,
});

export const publicRefusals = {
  'public.wrong-code': [404, '单号或查询码不正确,请核对短信或提交成功页上的内容。'],
  'public.too-many-tries': [
    429,
    '这个单号在您这里输错次数过多,请 {minutes} 分钟后再试,或拨打 12345 查询。',
  ],
  'public.slow-down': [
    429,
    '近来有人反复试这个单号的查询码。为保护您的信息,请等 {seconds} 秒,再点一次。',
  ],
  'public.not-rateable': [409, '办理完成后才能评价。'],
  'public.closed': [409, '这件诉求已经办结,如有新情况请重新提交。'],
} as const;
