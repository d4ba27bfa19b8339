import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, done, instant, orderRow, unitCode } from './shapes.ts';
import {
  cellParts,
  countedThings,
  directions,
  figureKeys,
  figureSources,
  groupings,
  indicatorIds,
  leftOutCodes,
  measuredIns,
  ownerLevels,
  periodBases,
} from './words/indicators.ts';

const count = z.number().int();
const county = z.string().regex(/^\d{6}$/);

/** 统计范围: days of the city, both counted; a unit counts with all units below it. */
const span = z.object({
  from: day,
  to: day,
  unit: unitCode.optional(),
  county: county.optional(),
  /** A matter, or with two or four digits a branch of the tree. */
  matter: z
    .string()
    .regex(/^\d{2}(\d{2}(\d{2})?)?$/)
    .optional(),
});

export const listIndicators = route({
  method: 'GET',
  path: '/indicators',
  summary:
    'The indicators as data: what is counted, above and below the line, by which day, left out by which codes',
  reply: z.object({
    rows: z.array(
      z.object({
        id: z.enum(indicatorIds),
        name: z.string(),
        counts: z.enum(countedThings),
        basis: z.enum(periodBases),
        owner: z.enum(ownerLevels),
        direction: z.enum(directions),
        measuredIn: z.enum(measuredIns),
        source: z.enum(figureSources),
        leftOut: z.array(z.enum(leftOutCodes)),
        minimumSample: count,
        rule: z.string(),
        note: z.string(),
        figures: z.array(
          z.object({
            key: z.enum(figureKeys),
            name: z.string(),
            numerator: z.string(),
            denominator: z.string(),
          }),
        ),
      }),
    ),
  }),
});

const fraction = z.object({ numerator: count, denominator: count });

/** 数: adjusted beside raw, what was left out by which code, and of how much the facts are known. */
export const figure = z.object({
  key: z.enum(figureKeys),
  adjusted: fraction,
  raw: fraction,
  /** False under the minimum sample: the counts stand, no rate is made of them. */
  hasRate: z.boolean(),
  leftOut: z.array(z.object({ code: z.enum(leftOutCodes), count })),
  /** 覆盖: known of all that belong here. */
  coverage: z.object({ known: count, of: count }),
  /** 时长、次数: null where none is measured. */
  amounts: z
    .object({
      median: z.number(),
      p90: z.number(),
      /** 分布: how many of each, for times; empty for minutes. */
      spread: z.array(z.object({ amount: count, count })),
    })
    .nullable(),
});

export const readFigures = route({
  method: 'GET',
  path: '/indicators/figures',
  summary:
    'The figures of a period for a unit, a county, a matter or all; each with numerator, denominator, coverage',
  query: span,
  reply: z.object({
    now: instant,
    /** What the person may see: asked for less, it is what was asked for. */
    scope: z.object({
      unit: unitCode.nullable(),
      county: county.nullable(),
      matter: z.string().nullable(),
    }),
    figures: z.array(figure),
    /** 集中诉求 (K44): from so many people on the same thing, by the city's data. */
    gatheredPeople: count,
    /** 零投诉达成 (K46): of objects watched in key dates whose window ended in the period, and apart from them those without a
     *  closing query yet; null where none ended. */
    keyDates: z.object({ zero: count, watched: count, unasked: count }).nullable(),
    /** 没有来源: nothing feeds these, so there is no figure. */
    unfed: z.array(z.object({ id: z.enum(indicatorIds), source: z.enum(figureSources) })),
    /** 正在重算: facts that are being made anew. */
    rebuilding: z.object({ done: count, total: count }).nullable(),
  }),
});

export const compareGroups = route({
  method: 'GET',
  path: '/indicators/groups',
  summary:
    'One figure by unit, county or matter; whoever sees their own only gets the others without names',
  query: span.extend({ figure: z.enum(figureKeys), by: z.enum(groupings) }),
  reply: z.object({
    rows: z.array(
      z.object({
        /** Null: somebody else's, who is not named. */
        code: z.string().nullable(),
        name: z.string().nullable(),
        adjusted: fraction,
        raw: fraction,
        hasRate: z.boolean(),
      }),
    ),
    shownCap: count,
  }),
});

export const openCell = route({
  method: 'GET',
  path: '/indicators/cell',
  summary:
    'The orders behind a figure: above the line, below it or left out; says how many of a page are hidden',
  query: span.extend({
    figure: z.enum(figureKeys),
    part: z.enum(cellParts),
    code: z.enum(leftOutCodes).optional(),
    cursor: cursor.optional(),
  }),
  reply: z.object({
    rows: z.array(orderRow),
    /** Of this page: orders the person may not see are counted, not shown. */
    hidden: count,
    next: cursor.nullable(),
    shownCap: count,
  }),
});

export const rebuildFacts = route({
  method: 'POST',
  path: '/indicators/rebuild',
  summary: 'Makes the facts of all orders anew from their events',
  reply: done,
});

export const indicatorRefusals = {
  'indicators.bad-period': [400, '时间段不对:结束不早于开始,最长 {days} 天。'],
  'indicators.not-yours': [403, '只能查看本单位、本县区的指标。'],
  'indicators.rebuilding': [409, '指标正在重算,完成后才能再开始。'],
} as const;
