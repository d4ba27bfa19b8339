import { z } from 'zod';
import { route } from '../route.ts';
import { day, done, id, instant, orderRow, unitBrief, unitCode } from '../shapes.ts';
import { lastingMeasureKinds, recheckDays, recheckOutcomes } from '../words/campaigns.ts';
import { figureKeys } from '../words/indicators.ts';
import { dimensions } from '../words/scorecard.ts';

const count = z.number().int();
const named = z.number().int().min(0).max(1_000_000);
const fraction = z.object({ numerator: count, denominator: count });
const campaignParams = z.object({ campaignId: id });
const title = z.string().trim().min(2).max(80);
const words = z.string().trim().min(4).max(1000);
const matterCode = z.string().regex(/^\d{6}$/);
const afterDays = z.union([z.literal(recheckDays[0]), z.literal(recheckDays[1])]);

/** 长效机制: what a campaign left behind. */
const measure = z.object({
  id,
  kind: z.enum(lastingMeasureKinds),
  title: z.string(),
  documentNo: z.string(),
  unit: unitBrief,
  matters: z.array(z.object({ code: z.string(), name: z.string() })),
  knowledge: z.object({ code: z.string(), title: z.string() }).nullable(),
  inForceOn: day,
  words: z.string(),
  writtenBy: z.string(),
  endedReason: z.string().nullable(),
});

const recheck = z.object({
  afterDays,
  closedOn: day,
  dueOn: day,
  isDue: z.boolean(),
  outcome: z.enum(recheckOutcomes).nullable(),
  words: z.string().nullable(),
  /** Rectified problems that were told of again by then, and by how many appeals; null until somebody has looked. */
  problems: count.nullable(),
  appeals: count.nullable(),
  madeBy: z.string().nullable(),
  madeAt: instant.nullable(),
});

export const readAfter = route({
  method: 'GET',
  path: '/campaigns/:campaignId/after',
  summary: 'What a campaign left behind, and whether its problems stay away (长效机制、复查)',
  params: campaignParams,
  reply: z.object({
    measures: z.array(measure),
    rechecks: z.array(recheck),
    /** 已整改的问题 that were told of again since, by appeals about the same real thing. */
    rectified: count,
    cameBack: z.array(
      z.object({
        entryId: id,
        no: count,
        name: z.string(),
        since: instant,
        appeals: count,
        /** The newest that this person may see. */
        orders: z.array(orderRow),
      }),
    ),
    shownCap: count,
    /** K45 of the topic's branch of matters: in the campaign's days, and as many since its end. */
    matter: z
      .object({ code: z.string(), name: z.string(), during: fraction, since: fraction })
      .nullable(),
    can: z.object({ work: z.boolean() }),
  }),
});

export const writeMeasure = route({
  method: 'POST',
  path: '/campaigns/:campaignId/measures',
  summary: 'Enter what stays when the campaign is over (长效机制登记)',
  params: campaignParams,
  body: z.object({
    kind: z.enum(lastingMeasureKinds),
    title,
    documentNo: z.string().trim().max(60).default(''),
    unit: unitCode,
    matters: z.array(matterCode).max(30).default([]),
    knowledgeCode: z.string().trim().max(40).optional(),
    inForceOn: day,
    words,
  }),
  reply: z.object({ measureId: id }),
});

export const endMeasure = route({
  method: 'POST',
  path: '/campaigns/measures/:measureId/end',
  summary: 'Say that something is in force no more, and why',
  params: z.object({ measureId: id }),
  body: z.object({ reason: z.string().trim().min(2).max(300) }),
  reply: done,
});

export const recheckCampaign = route({
  method: 'POST',
  path: '/campaigns/:campaignId/rechecks',
  summary: 'Say 90 or 180 days after its end whether it holds; what came back opens it again',
  params: campaignParams,
  body: z.object({
    afterDays,
    outcome: z.enum(recheckOutcomes),
    words,
    /** Rectified problems that are to be rectified again. */
    entryIds: z.array(id).max(100).default([]),
  }),
  reply: done,
});

const rated = fraction.extend({
  /** Of enough to be a rate. */
  hasRate: z.boolean(),
  /** Of what is measured in times or minutes; null of everything else, and of nothing. */
  median: z.number().nullable(),
});
const span = z.object({ from: day, to: day });

export const compareYears = route({
  method: 'GET',
  path: '/campaigns/:campaignId/dimensions',
  summary: 'A year’s campaign by the five dimensions: its days beside the same days a year before',
  params: campaignParams,
  reply: z.object({
    before: span,
    during: span,
    /** 数据版本. */
    cityVersion: count,
    definitions: z.string(),
    dimensions: z.array(
      z.object({
        dimension: z.enum(dimensions),
        tasks: z.object({ given: count, done: count, late: count }),
        figures: z.array(
          z.object({
            key: z.enum(figureKeys),
            before: rated,
            during: rated,
            /** Null: one of them is of too few, neither way is better, or they are the same. */
            isBetter: z.boolean().nullable(),
          }),
        ),
      }),
    ),
  }),
});

/** Raw HTTP: POST /api/campaigns/dimensions/export, the comparison as xlsx. */
export const exportYearsPath = '/campaigns/dimensions/export';
export const exportYearsBody = z.object({
  campaignId: id,
  purpose: z.string().trim().min(4).max(200),
});

/** 往季专题, from before this system. */
const pastSeason = z.object({
  year: z.number().int().min(2000).max(2100),
  quarter: z.number().int().min(1).max(4),
  title,
  theme: title,
  appeals: named,
  problems: named,
  rectified: named,
  toMedia: named,
  /** 数字出处. */
  source: z.string().trim().min(2).max(200),
});

export const enterPastSeason = route({
  method: 'POST',
  path: '/campaigns/past-seasons',
  summary: 'Enter a season from before this system, with where its figures come from',
  body: pastSeason,
  reply: done,
});

export const listSeasons = route({
  method: 'GET',
  path: '/campaigns/seasons',
  summary:
    'All seasons: those of this system with counted figures, earlier ones as they were typed',
  reply: z.object({
    rows: z.array(
      pastSeason.extend({
        /** Counted by this system; null: typed. */
        campaignId: id.nullable(),
        source: z.string().nullable(),
      }),
    ),
    shownCap: count,
    can: z.object({ enter: z.boolean() }),
  }),
});
