import { z } from 'zod';
import { route } from './route.ts';
import { day, done, id, instant } from './shapes.ts';
import { citingKinds, citingOutcomes, regulationKinds } from './words/regulations.ts';

const count = z.number().int();
const code = z.string().max(40);

const regulation = z.object({
  code,
  title: z.string(),
  docNo: z.string(),
  issuer: z.string(),
  kind: z.enum(regulationKinds),
  inForceFrom: day.nullable(),
  /** 未核实: nobody has confirmed it for this city. */
  isSure: z.boolean(),
});

export const listRegulations = route({
  method: 'GET',
  path: '/regulations',
  summary: 'Documents the rules rest on, with how many rules cite each (法规库)',
  reply: z.object({
    rows: z.array(regulation.extend({ cited: count, openReviews: count })),
    can: z.object({ work: z.boolean() }),
  }),
});

const citing = z.object({
  kind: z.enum(citingKinds),
  key: z.string(),
  label: z.string(),
  /** 引用的原话. */
  cites: z.string(),
});

const change = z.object({
  id,
  article: z.string().nullable(),
  words: z.string(),
  gist: z.string().nullable(),
  inForceOn: day,
  source: z.string(),
  by: z.string(),
  at: instant,
  dueAt: instant,
  rows: z.array(
    citing.extend({
      no: count,
      outcome: z.enum(citingOutcomes).nullable(),
      words: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
});

export const readRegulation = route({
  method: 'GET',
  path: '/regulations/:code',
  summary: 'One document: its articles, the rules that cite it, and what changed in it',
  params: z.object({ code }),
  reply: regulation.extend({
    articles: z.array(z.object({ article: z.string(), gist: z.string(), cited: count })),
    /** 引用到哪几条; none: the document alone. */
    citing: z.array(citing.extend({ articles: z.array(z.string()) })),
    shownCap: count,
    changes: z.array(change),
    can: z.object({ work: z.boolean() }),
  }),
});

export const enterChange = route({
  method: 'POST',
  path: '/regulations/:code/changes',
  summary: 'Say what changed in a document: every rule that cites it is to be looked at (M9)',
  params: z.object({ code }),
  body: z.object({
    /** Not said: the whole document. */
    article: z.string().trim().min(1).max(40).optional(),
    words: z.string().trim().min(4).max(1000),
    /** 新要点. */
    gist: z.string().trim().min(2).max(300).optional(),
    inForceOn: day,
    source: z.string().trim().min(2).max(200),
  }),
  reply: z.object({ changeId: id, rows: count }),
});

export const reviewCiting = route({
  method: 'POST',
  path: '/regulations/changes/:changeId/rows/:no',
  summary: 'Say of one rule whether the change touches it',
  params: z.object({ changeId: id, no: z.coerce.number().int().min(1).max(10_000) }),
  body: z.object({
    outcome: z.enum(citingOutcomes),
    words: z.string().trim().min(2).max(300),
  }),
  reply: done,
});

export const regulationRefusals = {
  'regulations.no-such-regulation': [404, '法规库里没有这份文件。'],
  'regulations.no-such-article': [400, '这份文件没有登记“{article}”这一条。'],
  'regulations.no-such-row': [404, '没有找到这条要核对的规则。'],
} as const;
