import { z } from 'zod';
import { route } from './route.ts';
import { day, done, id, instant, unitCode } from './shapes.ts';
import { figureKeys, targetKeys } from './words/indicators.ts';
import { rankedFigures, reportStates } from './words/scorecard.ts';

const count = z.number().int();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Halves where the city counts 部分解决 as one. */
const ratio = z.object({ numerator: z.number(), denominator: count });
const scope = {
  unit: unitCode.optional(),
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
};

export const readRanking = route({
  method: 'GET',
  path: '/scorecard/ranking',
  summary:
    'One figure within each peer group: placed by the worse bound of the interval, difficulty beside it',
  query: z.object({ month, figure: z.enum(rankedFigures) }),
  reply: z.object({
    minimumSample: count,
    groups: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        rows: z.array(
          z.object({
            /** Null: somebody else's, who is not named. */
            code: z.string().nullable(),
            name: z.string().nullable(),
            place: count.nullable(),
            adjusted: ratio,
            raw: ratio,
            interval: z.object({ low: z.number(), high: z.number() }).nullable(),
            /** 难度校正: what its matters let expect by the twelve months before; null without history. */
            difficulty: z
              .object({ expected: z.number(), difference: z.number(), ownMatter: ratio })
              .nullable(),
          }),
        ),
      }),
    ),
  }),
});

const variants = z.object({ wide: ratio, strict: ratio, full: ratio, participation: ratio });
const readings = z.object({
  result: variants,
  process: variants.omit({ participation: true }),
  city: ratio,
  solvedValid: ratio,
  solvedFull: ratio,
  objective: ratio,
  claimed: ratio,
});

export const readSatisfaction = route({
  method: 'GET',
  path: '/scorecard/satisfaction',
  summary: 'Satisfaction and solved in every reading of it, raw beside what counts for units',
  query: z.object({ month, ...scope }),
  reply: z.object({
    formula: z.object({
      name: z.string(),
      counts: z.enum(['wide', 'strict']),
      of: z.enum(['valid', 'due']),
      withExcluded: z.boolean(),
      partlyIsHalf: z.boolean(),
      source: z.string(),
      mark: z.string(),
    }),
    raw: readings,
    adjusted: readings,
  }),
});

export const readTrend = route({
  method: 'GET',
  path: '/scorecard/trend',
  summary: 'Every figure month by month, the last twelve',
  query: z.object({ month, ...scope }),
  reply: z.object({
    months: z.array(
      z.object({
        month,
        figures: z.array(
          z.object({ key: z.enum(figureKeys), numerator: count, denominator: count }),
        ),
      }),
    ),
  }),
});

const spread = z.object({ count, meanSeconds: z.number(), p95Seconds: z.number() }).nullable();

export const readCalls = route({
  method: 'GET',
  path: '/scorecard/calls',
  summary: 'K1 to K6 of a day; nothing while no telephone is connected whose calls count',
  query: z.object({ on: day }),
  reply: z.object({
    isFed: z.boolean(),
    figures: z
      .object({
        answered: ratio,
        answeredOrReturned: ratio,
        rolling: ratio,
        within: z.array(z.object({ seconds: count, ofOffered: ratio, ofAnswered: ratio })),
        wait: spread,
        talk: spread,
        abandoned: ratio,
        shortAbandons: count,
        returned: ratio,
      })
      .nullable(),
  }),
});

export const sheetQuery = z.object({ month, ...scope });

const target = z.object({
  /** The one figure it is set for, of an indicator that may have several. */
  indicator: z.enum(targetKeys),
  percent: z.number().min(0).max(100),
  /** Why it is 100 % all the same. */
  despite: z.string().nullable(),
  source: z.string(),
});

export const listTargets = route({
  method: 'GET',
  path: '/scorecard/targets',
  summary: 'What the city wants to reach',
  reply: z.object({ rows: z.array(target) }),
});

export const setTarget = route({
  method: 'POST',
  path: '/scorecard/targets',
  summary: 'Set a target; 100 % only with a reason, past the warning of 66号文(六)',
  body: z.object({
    indicator: z.enum(targetKeys),
    percent: z.number().min(0).max(100),
    despite: z.string().trim().min(4).max(200).nullable(),
  }),
  reply: done,
});

const reportBrief = z.object({
  id,
  month,
  scope: z.string(),
  /** The same month of the same scope may be frozen again. */
  no: count,
  state: z.enum(reportStates),
  cutoffAt: instant,
  by: z.string(),
  cityVersion: count,
  definitions: z.string(),
  /** SHA-256 of the file; null while it is being made. */
  digest: z.string().nullable(),
});

export const freezeReport = route({
  method: 'POST',
  path: '/scorecard/reports',
  summary: 'Freeze a month: its figures out of the events until now, with versions and digest',
  body: z.object({ month, ...scope }),
  reply: z.object({ id }),
});

export const listReports = route({
  method: 'GET',
  path: '/scorecard/reports',
  summary: 'Frozen reports, the latest first',
  reply: z.object({ rows: z.array(reportBrief), shownCap: count }),
});

const fraction = z.object({ numerator: count, denominator: count });
const amounts = z.object({ median: z.number(), p90: z.number() }).nullable();
const reportParams = z.object({ reportId: id });

export const readReport = route({
  method: 'GET',
  path: '/scorecard/reports/:reportId',
  summary: 'A frozen report, and where the same month would say something else now',
  params: reportParams,
  reply: reportBrief.extend({
    /** 核对: when somebody last asked, and what came of it; null: nobody has. */
    check: z
      .object({
        askedAt: instant,
        /** Null: it is still being made again. */
        isSame: z.boolean().nullable(),
      })
      .nullable(),
    rows: z.array(
      z.object({
        key: z.enum(figureKeys),
        adjusted: fraction,
        raw: fraction,
        amounts,
        /** Null: the same. */
        now: z.object({ adjusted: fraction, raw: fraction, amounts }).nullable(),
      }),
    ),
  }),
});

export const checkReport = route({
  method: 'POST',
  path: '/scorecard/reports/:reportId/check',
  summary:
    'Make a frozen report again out of the events until its cutoff: the same bytes? The report says it when it is done',
  params: reportParams,
  reply: z.object({
    /** False: not made again, because the indicators are defined otherwise now. */
    isAsked: z.boolean(),
    definitions: z.object({ ofReport: z.string(), today: z.string() }),
  }),
});

export const scorecardRefusals = {
  'scorecard.no-such-report': [404, '没有找到这份报告。'],
  'scorecard.report-making': [409, '报告还在生成,请稍后再看。'],
  'scorecard.month-ahead': [409, '这个月还没有开始。'],
  'scorecard.target-of-all': [
    422,
    '目标值为 100 %:国办函〔2025〕66号(六)要求“不设置不切实际的目标要求”。确需如此,请写明理由后再保存。',
  ],
} as const;
