import { z } from 'zod';
import { route } from './route.ts';
import { areaCode, day, done, id, instant, matterCode, point, unitBrief } from './shapes.ts';
import {
  modelKinds,
  trainingPhases,
  trainingStates,
  verdicts,
  versionStates,
} from './words/learning.ts';
import { appealTypes } from './words/order.ts';
import { sameReasons } from './words/same-thing.ts';

/** 建议: how likely it is, and the words that spoke for it. */
const weighed = { probability: z.number(), words: z.array(z.string()) };

/** 相似已办件: a closed order with much the same words, which this person may see. */
export const closedAlike = z.object({
  orderId: id,
  orderNo: z.string(),
  title: z.string(),
  matterName: z.string(),
  unitName: z.string().nullable(),
});

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
    /** 类型建议: what the words were called before; else the default of the first matter, with no probability. */
    type: z
      .object({
        code: z.enum(appealTypes),
        probability: z.number().nullable(),
        words: z.array(z.string()),
      })
      .nullable(),
    /** 目录: the row that rules the first matter at this place. */
    catalogue: z.object({ unit: unitBrief, rowId: z.string(), basis: z.string() }).nullable(),
    alike: z.array(closedAlike),
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

const count = z.number().int();
const judgedFigures = z.object({ first: count, amongThree: count, ece: z.number() });

const modelVersion = z.object({
  id,
  number: count,
  state: z.enum(versionStates),
  madeAt: instant,
  /** Null: asked for by the rule. */
  askedBy: z.string().nullable(),
  fromDecision: count,
  uptoDecision: count,
  samples: count,
  labels: count,
  seconds: z.number(),
  sizeBytes: count,
  verdict: z.enum(verdicts),
  /** 在最近一个月上: both on the same decisions, neither having learnt them. */
  compared: z
    .object({
      decisions: count,
      own: judgedFigures,
      other: judgedFigures,
      onlyOwnRight: count,
      onlyOtherRight: count,
    })
    .nullable(),
  usedSince: instant.nullable(),
  settled: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  can: z.object({ putInUse: z.boolean() }),
});

const model = z.object({
  kind: z.enum(modelKinds),
  /** The latest first. */
  versions: z.array(modelVersion),
  /** Decisions of people so far that no version has learnt in a training; counted up to a thousand. */
  waiting: count,
  training: z
    .object({
      state: z.enum(trainingStates),
      phase: z.enum(trainingPhases),
      done: count,
      total: count,
      askedAt: instant,
      askedBy: z.string().nullable(),
    })
    .nullable(),
  can: z.object({ retrain: z.boolean() }),
});

export const listModels = route({
  method: 'GET',
  path: '/learning/models',
  summary: 'The models: the version in use, those before it, the training that runs',
  reply: z.object({
    models: z.array(model),
    mostDecisions: count,
    fewestForVersion: count,
    fewestToCompare: count,
  }),
});

export const readModelFigures = route({
  method: 'GET',
  path: '/learning/models/:kind/figures',
  summary:
    'How right a model was before it learnt each decision: by week, by how sure it was, by label, and what it mistakes',
  params: z.object({ kind: z.enum(modelKinds) }),
  reply: z.object({
    /** What is not by week counts the last so many days, from … to. */
    countedDays: count,
    since: day,
    today: day,
    weeks: z.array(
      z.object({
        from: day,
        to: day,
        count,
        first: count,
        amongThree: count,
        /** 生词比例. */
        unmet: z.number().nullable(),
        /** 构成偏移: the share of its decisions that would have to be others to look like what the version in use was trained on; null where too few or unknown. */
        shift: z.number().nullable(),
        /** What chance alone makes of so few. */
        shiftByChance: z.number().nullable(),
      }),
    ),
    /** In tenths of what was said; `said` is a sum. */
    steps: z.array(z.object({ step: count, count, first: count, said: z.number() })),
    /** 放行比例: how many were called at least so likely that this share of them was right; null where none were. */
    coverage: z.array(
      z.object({
        precision: z.number(),
        /** In hundredths. */
        saidFrom: count.nullable(),
        covered: count,
        right: count,
        of: count,
      }),
    ),
    labels: z.array(z.object({ label: z.string(), name: z.string(), count, first: count })),
    /** 与训练时相比: the labels whose share has changed most. */
    drift: z
      .object({
        version: count,
        samples: count,
        labels: z.array(
          z.object({ label: z.string(), name: z.string(), before: z.number(), now: z.number() }),
        ),
      })
      .nullable(),
    mistaken: z.array(
      z.object({
        label: z.string(),
        name: z.string(),
        given: z.string(),
        givenName: z.string(),
        count,
      }),
    ),
  }),
});

export const retrainModel = route({
  method: 'POST',
  path: '/learning/models/:kind/retrain',
  summary: 'Train a model anew from all history',
  params: z.object({ kind: z.enum(modelKinds) }),
  reply: done,
});

export const putModelInUse = route({
  method: 'POST',
  path: '/learning/versions/:versionId/put-in-use',
  summary: 'Put another version into use, or go back to a former one, and say why',
  params: z.object({ versionId: id }),
  body: z.object({ reason: z.string().trim().min(2).max(300) }),
  reply: done,
});

export const learningRefusals = {
  'learning.no-such-version': [404, '没有找到这个模型版本。'],
  'learning.already-in-use': [409, '这个版本已经在用。'],
  'learning.version-gone': [409, '这个版本的内容已经不再保留,不能启用。'],
  'learning.at-work': [409, '这个模型正在训练,完成后才能再次训练。'],
} as const;
