import { z } from 'zod';
import { route } from './route.ts';
import { day, done, id, instant, orderRow, page } from './shapes.ts';
import {
  attemptChannels,
  ratings,
  reasonClasses,
  smsOutcomes,
  solvedAnswers,
  timeBands,
} from './words/call-back.ts';

const orderParams = z.object({ orderId: id });

/** One try to hear the requester, and what was said. */
export const attemptView = z.object({
  at: instant,
  channel: z.enum(attemptChannels),
  reached: z.boolean(),
  solved: z.enum(solvedAnswers).nullable(),
  processRating: z.enum(ratings).nullable(),
  resultRating: z.enum(ratings).nullable(),
  reason: z.string(),
});

export const callBackSheet = route({
  method: 'GET',
  path: '/call-back/:orderId',
  summary: 'What the call-back agent needs: script, answer, earlier attempts, bands not tried yet',
  params: orderParams,
  reply: z.object({
    orderId: id,
    orderNo: z.string(),
    title: z.string(),
    publicAnswer: z.string(),
    unitName: z.string(),
    script: z.array(z.string()),
    attempts: z.array(attemptView.extend({ band: z.enum(timeBands) })),
    /** 还没试过的时段. */
    openBands: z.array(z.enum(timeBands)),
    currentBand: z.enum(timeBands),
    /** 没看懂的短信回复: what the requester wrote back that is no rating. */
    unclearAnswers: z.array(z.object({ at: instant, text: z.string() })),
    mayCloseUnreached: z.boolean(),
    redosLeft: z.number().int(),
  }),
});

/** Each question apart; no answer is never satisfied. */
export const answers = z.object({
  contacted: z.boolean().nullable(),
  solved: z.enum(solvedAnswers).nullable(),
  processRating: z.enum(ratings).nullable(),
  resultRating: z.enum(ratings).nullable(),
  reason: z.string().trim().max(1000).default(''),
  reasonClass: z.enum(reasonClasses).nullable(),
});

export const attempt = route({
  method: 'POST',
  path: '/call-back/:orderId/attempt',
  summary: 'One attempt to reach the requester, with the answers if reached',
  params: orderParams,
  body: z.object({
    reached: z.boolean(),
    how: z.enum(['no-answer', 'busy', 'wrong-number', 'refused']).optional(),
    answers: answers.optional(),
  }),
  reply: z.object({
    attempts: z.number().int(),
    next: z.enum(['close', 'redo', 'explain', 'try-again', 'may-close-unreached']),
  }),
});

export const close = route({
  method: 'POST',
  path: '/call-back/:orderId/close',
  summary: 'Close the order',
  params: orderParams,
  body: z.object({
    as: z.enum(['solved', 'unsolved-objective', 'unreached']),
    note: z.string().trim().max(1000).default(''),
    followUpOn: day.optional(),
  }),
  reply: done,
});
/** 一次最多结案. */
export const mostClosedAtOnce = 50;

export const closeMany = route({
  method: 'POST',
  path: '/call-back/close-many',
  summary: 'Close many orders whose requester said that it is solved; each has its own result',
  body: z.object({ orderIds: z.array(id).min(1).max(mostClosedAtOnce) }),
  reply: z.object({
    results: z.array(z.object({ orderId: id, why: z.string().nullable() })),
  }),
});

export const redo = route({
  method: 'POST',
  path: '/call-back/:orderId/redo',
  summary: 'Send back honestly unsolved work (重办), at most twice',
  params: orderParams,
  body: z.object({ reason: z.string().trim().min(2).max(1000) }),
  reply: z.object({ dueAt: instant }),
});

export const listFollowUps = route({
  method: 'GET',
  path: '/call-back/follow-ups',
  summary: 'Checks that have fallen due',
  query: z.object({ cursor: z.string().max(200).optional() }),
  reply: page(orderRow.extend({ followUpId: id, dueOn: day, repeatsSince: z.number().int() })),
});
export const finishFollowUp = route({
  method: 'POST',
  path: '/call-back/follow-ups/:followUpId',
  summary: 'Write down what the check found',
  params: z.object({ followUpId: id }),
  body: z.object({ stillSolved: z.boolean(), note: z.string().trim().max(1000).default('') }),
  reply: done,
});

export const answerMessage = route({
  method: 'POST',
  path: '/twins/messages/:messageId/answer',
  summary: 'Write back from the pretend telephone a message went to',
  params: z.object({ messageId: id }),
  body: z.object({ text: z.string().trim().min(1).max(1000) }),
  reply: z.object({ outcome: z.enum(smsOutcomes) }),
});

export const callBackRefusals = {
  'call-back.band-used': [409, '{band}已经回访过,请换一个时段再试。'],
  'call-back.answers-needed': [422, '请先记录是否解决。'],
  'call-back.reason-needed': [422, '未解决或不满意的,请记录原因和原因分类。'],
  'call-back.not-reached-enough': [409, '还没有在三个不同时段尝试,不能按“未接通”结案。'],
  'call-back.redo-limit': [409, '已重办 {count} 次,不能再重办,请转督办。'],
  'call-back.subjective-redo': [409, '因承办单位主观原因未解决的,应当重办,不能直接结案。'],
  'call-back.explanation-second': [
    403,
    '因客观原因未解决的,要由没有参与这次回访的班长核查单位的解释后结案,请转给班长。',
  ],
  'call-back.explanation-words': [
    422,
    '请写明核查了什么:依据是否成立、计划是否可行、是否已告诉诉求人。',
  ],
  'call-back.already-rated': [409, '这次办理已经评价过,感谢您的反馈。'],
  'call-back.not-answerable': [409, '这条外发不能回复:只有发给诉求人的模拟短信可以回复。'],
  'call-back.nobody-asked': [409, '还没有回访记录,不能结案。'],
} as const;
