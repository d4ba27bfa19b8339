import { z } from 'zod';
import { route } from './route.ts';
import { areaCode, done, instant, matterCode, point, unitBrief, unitCode } from './shapes.ts';
import { unitKinds } from './words/assignment.ts';
import { appealTypes, urgencies } from './words/order.ts';

export const cityFacts = route({
  method: 'GET',
  path: '/city',
  summary: 'What every page needs to know of the city',
  reply: z.object({
    code: z.string(),
    name: z.string(),
    hotlineName: z.string(),
    zone: z.string(),
    centre: point,
    privacyNotice: z.string(),
    tiles: z.object({ url: z.string(), key: z.string() }).nullable(),
    demo: z.boolean(),
  }),
});

const area = z.object({
  code: areaCode,
  name: z.string(),
  parent: areaCode.nullable(),
  level: z.enum(['city', 'county', 'town', 'village']),
  fullName: z.string(),
});

export const listAreas = route({
  method: 'GET',
  path: '/areas',
  summary: 'Areas directly below one, or found by words',
  query: z.object({ parent: areaCode.optional(), q: z.string().max(50).optional() }),
  reply: z.object({ rows: z.array(area) }),
});

export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'datetime',
  'choice',
  'choices',
  'yes-no',
  'place',
  'count',
] as const;
export const matterField = z.object({
  code: z.string(),
  label: z.string(),
  kind: z.enum(fieldKinds),
  choices: z.array(z.object({ code: z.string(), label: z.string() })),
  required: z.union([
    z.enum(['always', 'never']),
    z.object({ field: z.string(), is: z.array(z.string()) }),
  ]),
  seenBy: z.enum(['all', 'centre', 'lead']),
  help: z.string(),
});

const matterBrief = z.object({
  code: matterCode,
  l1: z.string(),
  l2: z.string(),
  name: z.string(),
  type: z.enum(appealTypes),
  urgency: z.enum(urgencies),
});

export const searchMatters = route({
  method: 'GET',
  path: '/matters',
  summary: 'Matters by words, pinyin or code; without words the whole tree',
  query: z.object({ q: z.string().max(50).optional() }),
  reply: z.object({ rows: z.array(matterBrief) }),
});

export const matterDetail = route({
  method: 'GET',
  path: '/matters/:code',
  summary: 'One matter: its questions, own fields, evidence list and reply form',
  params: z.object({ code: matterCode }),
  reply: matterBrief.extend({
    limitClass: z.string(),
    questions: z.array(z.string()),
    fields: z.array(matterField),
    evidence: z.array(z.object({ code: z.string(), label: z.string(), required: z.boolean() })),
    asksMeasures: z.boolean(),
    asksAssetChanges: z.boolean(),
    mustContact: z.boolean(),
  }),
});

export const setMatterField = route({
  method: 'PUT',
  path: '/matters/:matter/fields',
  summary: 'Add or change one of a matter’s own fields; old orders keep what they hold',
  params: z.object({ matter: z.string().regex(/^\d{2}(\d{2}){0,2}$/) }),
  body: matterField,
  reply: done,
});

export const listDispositions = route({
  method: 'GET',
  path: '/dispositions',
  summary: 'Guidance texts (分类处理告知): code, reason, channel to tell, words to read',
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        reason: z.string(),
        channel: z.string(),
        words: z.string(),
        needsReview: z.boolean(),
      }),
    ),
  }),
});

export const searchUnits = route({
  method: 'GET',
  path: '/units',
  summary: 'Units by words, kind or parent',
  query: z.object({
    q: z.string().max(50).optional(),
    kind: z.enum(unitKinds).optional(),
    parent: unitCode.optional(),
  }),
  reply: z.object({
    rows: z.array(
      unitBrief.extend({
        path: z.string(),
        parentName: z.string().nullable(),
        takesOrders: z.boolean(),
        isOpen: z.boolean(),
      }),
    ),
  }),
});

export const listLines = route({
  method: 'GET',
  path: '/lines',
  summary: 'The register of merged lines (归并热线台账)',
  reply: z.object({
    rows: z.array(
      z.object({
        number: z.string(),
        name: z.string(),
        owner: z.string(),
        mode: z.enum(['whole', 'dual', 'branch']),
        since: z.string().nullable(),
        status: z.string(),
        invented: z.boolean(),
      }),
    ),
  }),
});

export const listCatalogue = route({
  method: 'GET',
  path: '/catalogue',
  summary: 'Rows of the dispatch catalogue (派单目录) for a matter or unit',
  query: z.object({
    matter: z
      .string()
      .regex(/^\d{2,6}$/)
      .optional(),
    q: z.string().max(50).optional(),
  }),
  reply: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        matter: z.string(),
        matterName: z.string(),
        area: z.string(),
        areaName: z.string(),
        time: z.string(),
        lead: z.string(),
        leadName: z.string(),
        assists: z.array(z.string()),
        linkage: z.array(z.string()),
        backstop: z.string().nullable(),
        level: z.string(),
        basis: z.string(),
        direct: z.boolean(),
        validFrom: z.string(),
        validTo: z.string().nullable(),
        mark: z.string(),
      }),
    ),
  }),
});

export const readClock = route({
  method: 'GET',
  path: '/clock',
  summary: 'Virtual clock only: what time it is',
  reply: z.object({ now: instant }),
});

export const cityRefusals = {
  'city.no-such-area': [422, '没有编号为 {code} 的区域,请重新选择。'],
  'city.matter-retired': [422, '事项“{name}”已停用,请重新选择。'],
  'city.no-such-matter': [422, '没有编号为 {code} 的事项,请重新选择。'],
  'city.no-such-unit': [422, '没有编号为 {code} 的单位,请重新选择。'],
  'city.bad-field': [422, '“{label}”填写不符合要求:{reason}。'],
  'city.field-missing': [422, '请填写“{label}”。'],
  'city.bad-field-definition': [422, '字段定义不完整:{reason}。'],
} as const;
