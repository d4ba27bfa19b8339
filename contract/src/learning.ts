import { z } from 'zod';
import { route } from './route.ts';
import { areaCode, id, matterCode, point, unitBrief } from './shapes.ts';
import { appealTypes } from './words/order.ts';
import { sameReasons } from './words/same-thing.ts';

/** 建议: how likely it is, and the words that spoke for it. */
const weighed = { probability: z.number(), words: z.array(z.string()) };

export const learntUnit = unitBrief.extend(weighed);

/** 地点建议: each part with how sure it is; empty where the words do not say. */
const suggestedPlace = z.object({
  /** One, or each of those that are equally likely. */
  areas: z.array(
    z.object({
      code: areaCode,
      name: z.string(),
      confidence: z.number(),
      words: z.array(z.string()),
      /** 以往工单: only what earlier orders taught says so. */
      isLearnt: z.boolean(),
    }),
  ),
  /** 详细地点, in the order of an address. */
  parts: z.array(
    z.object({
      kind: z.enum(['road', 'number', 'poi', 'building']),
      text: z.string(),
      confidence: z.number(),
    }),
  ),
  /** Where people put the site before, or else the middle of its town or village. */
  point: point.extend({ isLearnt: z.boolean() }).nullable(),
  /** 某小区, XX路: somebody hid a name. */
  isHidden: z.boolean(),
});

export const suggestForAppeal = route({
  method: 'POST',
  path: '/intake/suggest',
  summary:
    'While typing: likely matters with reasons, whom the catalogue names for the first, alike closed orders, place and thing complained of, what others told of it',
  body: z.object({
    title: z.string().max(60).default(''),
    content: z.string().max(100_000),
    areaCode: areaCode.optional(),
    /** 附近同类 is looked for once matter and area are chosen. */
    matterCode: matterCode.optional(),
    address: z.string().max(200).optional(),
    subjectName: z.string().max(100).optional(),
    point: point.optional(),
  }),
  reply: z.object({
    matters: z.array(
      z.object({
        code: matterCode,
        name: z.string(),
        group: z.string(),
        type: z.enum(appealTypes),
        /** 日常说法: named by the city's own words; it stands before what was learnt and carries no probability. */
        isNamed: z.boolean(),
        probability: z.number().nullable(),
        words: z.array(z.string()),
      }),
    ),
    /** 目录: the row that rules the first matter at this place. */
    catalogue: z.object({ unit: unitBrief, rowId: z.string(), basis: z.string() }).nullable(),
    alike: z.array(
      z.object({
        orderId: id,
        orderNo: z.string(),
        title: z.string(),
        matterName: z.string(),
        unitName: z.string().nullable(),
      }),
    ),
    place: suggestedPlace,
    /** 被反映对象, the likeliest first. */
    subjects: z.array(z.object({ name: z.string(), confidence: z.number() })),
    /** 附近同类: issues of others this may be about; nothing secret is among them. */
    near: z.array(
      z.object({
        issueId: id,
        orderId: id,
        orderNo: z.string(),
        title: z.string(),
        appeals: z.number().int(),
        people: z.number().int(),
        reasons: z.array(z.enum(sameReasons)),
      }),
    ),
  }),
});
