import { z } from 'zod';
import { route } from './route.ts';
import { areaCode, day, done, id, instant, orderRow } from './shapes.ts';
import {
  problemDismissals,
  problemFiles,
  problemStates,
  runPhases,
  runStates,
} from './words/problems.ts';

const count = z.number().int();
/** A matter, or with two or four digits a branch of the tree. */
const matterPrefix = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/);

const run = z.object({
  id,
  state: z.enum(runStates),
  phase: z.enum(runPhases),
  done: count,
  total: count,
  askedAt: instant,
  /** Null: made every week by itself. */
  askedBy: z.string().nullable(),
  from: day,
  to: day,
  areaName: z.string().nullable(),
  matterName: z.string().nullable(),
  withoutNames: z.array(z.string()),
  /** 件 of the period, and of the one before; null where it was empty or not all of it could be read. */
  messages: count,
  messagesBefore: count.nullable(),
  /** More came in than a run reads: only what came since then is in it. */
  readFrom: instant.nullable(),
  problems: count,
  /** 件 that are in a problem. */
  grouped: count,
});

/** 共同处: a name or a word, and what share of the messages has it. */
const shared = z.object({ term: z.string(), share: z.number() });

const found = z.object({
  id,
  rank: count,
  state: z.enum(problemStates),
  name: z.string(),
  people: count,
  messages: count,
  /** 人 of the period before in the same problem; null where that period was empty or not read whole. */
  peopleBefore: count.nullable(),
  /** 件: emergencies and urgent ones, redone or told again, rated badly of all rated, of persons marked as vulnerable. */
  urgent: count,
  again: count,
  dissatisfied: count,
  rated: count,
  vulnerable: count,
  weight: z.number(),
  growthFactor: z.number(),
  harmFactor: z.number(),
  /** 件 in each twelfth of the period. */
  bars: z.array(count),
  /** 为什么归在一起. */
  names: z.array(shared),
  words: z.array(shared),
  matter: z.object({ name: z.string(), share: z.number() }).nullable(),
  area: z.object({ name: z.string(), share: z.number() }).nullable(),
  issueId: id.nullable(),
});

export const askRun = route({
  method: 'POST',
  path: '/problems/runs',
  summary: 'Group the appeals of a period into problems (问题归集), as a job with progress',
  body: z.object({
    from: day,
    to: day,
    area: areaCode.optional(),
    matter: matterPrefix.optional(),
    without: z.array(matterPrefix).max(20).default([]),
  }),
  reply: z.object({ id }),
});

export const listRuns = route({
  method: 'GET',
  path: '/problems/runs',
  summary: 'The runs, the latest first',
  reply: z.object({
    rows: z.array(run),
    shownCap: count,
    mostMessages: count,
    mostDays: count,
    can: z.object({ ask: z.boolean(), export: z.boolean() }),
  }),
});

export const readRun = route({
  method: 'GET',
  path: '/problems/runs/:runId',
  summary: 'One run with the problems it found, ranked by people, growth and harm',
  params: z.object({ runId: id }),
  query: z.object({ state: z.enum(problemStates).optional() }),
  reply: z.object({ run, rows: z.array(found), shownCap: count }),
});

export const readProblem = route({
  method: 'GET',
  path: '/problems/groups/:problemId',
  summary: 'One found problem: why its appeals belong together, and those of them one may see',
  params: z.object({ problemId: id }),
  reply: found.extend({
    runId: id,
    /** The title that stands for the others best; null where one may not read it. */
    example: z.string().nullable(),
    orders: z.array(z.object({ order: orderRow, isOut: z.boolean() })),
    shownCap: count,
    /** 件 one may not see. */
    hidden: count,
    settled: z
      .object({
        /** Null: as an earlier run had it. */
        by: z.string().nullable(),
        at: instant,
        dismissedAs: z.enum(problemDismissals).nullable(),
        note: z.string(),
      })
      .nullable(),
    can: z.object({ settle: z.boolean(), reopen: z.boolean() }),
  }),
});

export const acceptProblem = route({
  method: 'POST',
  path: '/problems/groups/:problemId/accept',
  summary: 'Make one issue of its appeals; number, message and rating of everybody stay',
  params: z.object({ problemId: id }),
  reply: z.object({ issueId: id, moved: count, left: count }),
});

export const dismissProblem = route({
  method: 'POST',
  path: '/problems/groups/:problemId/dismiss',
  summary: 'Say that it is no problem, and why; the same appeals do not come back as new',
  params: z.object({ problemId: id }),
  body: z.object({ dismissedAs: z.enum(problemDismissals), note: z.string().trim().max(300) }),
  reply: done,
});

export const reopenProblem = route({
  method: 'POST',
  path: '/problems/groups/:problemId/reopen',
  summary: 'Take a dismissal back',
  params: z.object({ problemId: id }),
  reply: done,
});

export const takeOut = route({
  method: 'POST',
  path: '/problems/groups/:problemId/take-out',
  summary: 'Take one appeal out of a found problem before it is accepted, or put it back',
  params: z.object({ problemId: id }),
  body: z.object({ orderId: id, isOut: z.boolean() }),
  reply: done,
});

/** Both say whose export it is and what for: the workbook on a sheet of its own, the plain table below its rows. */
export const exportProblemsBody = z.object({
  purpose: z.string().trim().min(4).max(200),
  as: z.enum(problemFiles),
});

export const problemRefusals = {
  'problems.no-such-run': [404, '没有找到这次归集。'],
  'problems.no-such-problem': [404, '没有找到这个问题。'],
  'problems.at-work': [409, '有一次归集正在进行,完成后才能再开始。'],
  'problems.bad-period': [400, '时间段不对:结束不早于开始,不晚于今天,最长 {days} 天。'],
  'problems.settled': [409, '这个问题已经有人处理过了,请刷新后查看。'],
  'problems.not-dismissed': [409, '这个问题没有被排除。'],
  'problems.not-in-it': [409, '这件工单不在这个问题里。'],
  'problems.too-few': [409, '至少要有两件您能查看的工单才能归为一个事项。'],
} as const;
