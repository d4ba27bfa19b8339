import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, done, id, instant, page, unitBrief, unitCode } from './shapes.ts';
import { taskLimit } from './tasks.ts';
import { briefAbouts, briefStates, sectionHolds } from './words/briefs.ts';
import { removalKinds } from './words/release.ts';
import { taskStates } from './words/tasks.ts';

const count = z.number().int();
const briefId = z.object({ briefId: id });
const title = z.string().trim().min(4).max(60);
const words = z.string().trim().max(4000);

const row = z.object({
  id,
  template: z.string(),
  title: z.string(),
  state: z.enum(briefStates),
  /** 期号; null until it is signed. */
  briefNo: z.string().nullable(),
  cutoffAt: instant,
  writtenBy: z.string(),
});

export const listBriefTemplates = route({
  method: 'GET',
  path: '/briefs/templates',
  summary: 'What briefs there are and what stands in them (专报模板)',
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        about: z.enum(briefAbouts),
        sections: z.array(z.object({ heading: z.string(), holds: z.enum(sectionHolds) })),
      }),
    ),
  }),
});

export const listBriefs = route({
  method: 'GET',
  path: '/briefs',
  summary: 'Briefs, the latest first',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(row).extend({ can: z.object({ write: z.boolean() }) }),
});

export const beginBrief = route({
  method: 'POST',
  path: '/briefs',
  summary: 'Begin a brief: its figures are counted as of this instant, by a job (拟专报)',
  body: z.object({
    template: z.string().max(40),
    title,
    /** Of days: which. */
    from: day.optional(),
    to: day.optional(),
    /** Of a campaign or a key date: which. */
    aboutId: id.optional(),
  }),
  reply: z.object({ briefId: id }),
});

export const readBrief = route({
  method: 'GET',
  path: '/briefs/:briefId',
  summary: 'One brief: what was counted, what a person wrote, what leaders noted on it',
  params: briefId,
  reply: row.extend({
    about: z.enum(briefAbouts),
    from: day.nullable(),
    to: day.nullable(),
    /** Of the wording: whoever writes or signs says which one they saw. */
    wordsNo: count,
    sections: z.array(
      z.object({
        heading: z.string(),
        holds: z.enum(sectionHolds),
        /** What was counted, a line each; a person's words by paragraphs. */
        lines: z.array(z.string()),
      }),
    ),
    /** 数据版本. */
    cityVersion: count,
    definitions: z.string(),
    digest: z.string().nullable(),
    scan: z.array(
      z.object({ kind: z.enum(removalKinds), words: z.string(), mayBeNobody: z.boolean() }),
    ),
    signedBy: z.string().nullable(),
    signedAt: instant.nullable(),
    withdrawnReason: z.string().nullable(),
    /** 核对: when somebody last asked, and what came of it; null: nobody has. */
    check: z.object({ askedAt: instant, isSame: z.boolean().nullable() }).nullable(),
    notes: z.array(
      z.object({
        taskId: id,
        taskNo: z.string(),
        title: z.string(),
        unit: unitBrief,
        state: z.enum(taskStates),
        dueAt: instant,
        isLate: z.boolean(),
      }),
    ),
    can: z.object({
      write: z.boolean(),
      sign: z.boolean(),
      withdraw: z.boolean(),
      note: z.boolean(),
    }),
  }),
});

export const writeBrief = route({
  method: 'POST',
  path: '/briefs/:briefId/words',
  summary: 'Write the sections that are a person’s',
  params: briefId,
  body: z.object({
    wordsNo: count,
    title,
    sections: z.array(z.object({ no: count.min(0).max(20), words })).max(20),
  }),
  reply: done,
});

export const signBrief = route({
  method: 'POST',
  path: '/briefs/:briefId/sign',
  summary:
    'Sign a brief: another person than its writers, once nobody is named in it; it is numbered',
  params: briefId,
  body: z.object({
    wordsNo: count,
    nobody: z.array(z.string().trim().min(1).max(20)).max(50).default([]),
  }),
  reply: z.object({ briefNo: z.string() }),
});

export const withdrawBrief = route({
  method: 'POST',
  path: '/briefs/:briefId/withdraw',
  summary: 'Make a brief void, with the reason',
  params: briefId,
  body: z.object({ reason: z.string().trim().min(2).max(300) }),
  reply: done,
});

export const checkBrief = route({
  method: 'POST',
  path: '/briefs/:briefId/check',
  summary: 'Count it again as of its cutoff: the same bytes? The brief says it when it is done',
  params: briefId,
  reply: z.object({ isAsked: z.boolean() }),
});

export const noteOnBrief = route({
  method: 'POST',
  path: '/briefs/:briefId/notes',
  summary: 'Enter what a leader wrote on it: a task with an owner and a limit (领导批示)',
  params: briefId,
  body: z.object({
    leader: z.string().trim().min(2).max(60),
    words: z.string().trim().min(4).max(2000),
    title: z.string().trim().min(4).max(80),
    wanted: z.string().trim().min(4).max(2000),
    unit: unitCode,
    limit: taskLimit,
  }),
  reply: z.object({ taskId: id, taskNo: z.string(), dueAt: instant }),
});

export const briefPrintPath = '/briefs/:briefId/print';
export const briefDocxPath = '/briefs/:briefId/docx';

export const briefRefusals = {
  'briefs.no-such-brief': [404, '没有找到这份专报。'],
  'briefs.no-such-template': [404, '没有这种专报模板。'],
  'briefs.about-needed': [400, '请写明起止日期,或选定专题、重要节点。'],
  'briefs.bad-period': [400, '起止日期不对:结束不早于开始,不晚于今天,最长 {days} 天。'],
  'briefs.making': [409, '数据还在统计,请稍后再看。'],
  'briefs.settled': [409, '这份专报已经签发或作废,不能再改。'],
  'briefs.words-changed': [409, '文字刚被改过,请看过新的再提交。'],
  'briefs.never-counted': [409, '这份专报在统计完以前就作废了,没有可以核对的数据。'],
  'briefs.not-signed': [409, '签发以后才能录入批示。'],
  'briefs.words-missing': [409, '还有 {count} 节没有写。'],
  'briefs.no-such-section': [400, '第 {no} 节不是要人写的。'],
  'briefs.own-words': [403, '自己写的专报要由另一人签发。'],
  'briefs.scan-finds': [409, '还有 {count} 处可能指向个人,请改写后再签发。'],
} as const;
