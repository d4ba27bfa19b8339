import { z } from 'zod';
import { route } from './route.ts';
import { areaCode, id, matterCode, unitBrief } from './shapes.ts';
import { appealTypes } from './words/order.ts';

/** 建议: how likely it is, and the words that spoke for it. */
const weighed = { probability: z.number(), words: z.array(z.string()) };

export const learntUnit = unitBrief.extend(weighed);

export const suggestForAppeal = route({
  method: 'POST',
  path: '/intake/suggest',
  summary:
    'While typing: likely matters with reasons, whom the catalogue names for the first, alike closed orders',
  body: z.object({
    title: z.string().max(60).default(''),
    content: z.string().max(100_000),
    areaCode: areaCode.optional(),
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
  }),
});
