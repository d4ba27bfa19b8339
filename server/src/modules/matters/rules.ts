import { briefAbouts, sectionHolds } from '@minsheng/contract/words/briefs.ts';
import { emergencyKinds } from '@minsheng/contract/words/emergency.ts';
import { signalKinds, warningLevels } from '@minsheng/contract/words/foresight.ts';
import { appealTypes, channels, urgencies } from '@minsheng/contract/words/order.ts';
import { regulationKinds } from '@minsheng/contract/words/regulations.ts';
import { retentionKinds } from '@minsheng/contract/words/retention.ts';
import { z } from 'zod';
import { rulesOf } from './rules.repo.ts';

/** Rules as they stand in the database, each read by its shape. Days are 'YYYY-MM-DD', null is open. */
const limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('natural-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-days'), days: z.number() }),
]);
const validity = { validFrom: z.string().nullable(), validTo: z.string().nullable() };

/** 时限类别. */
const limitClass = z.object({
  code: z.string(),
  name: z.string(),
  signIn: limit.nullable(),
  signInNight: limit.nullable(),
  firstContact: limit.nullable(),
  onScene: limit.nullable(),
  feedback: limit.nullable(),
  handle: limit.nullable(),
  /** 阶段报告: how often the lead writes how far it is. */
  stageReport: limit.nullable(),
  /** 延期: by how much at most, how often, and who grants it. */
  extension: limit.nullable(),
  maxExtensions: z.number(),
  extendedBy: z.enum(['none', 'centre', 'director', 'unit']),
  ...validity,
});
export type LimitClass = z.output<typeof limitClass>;
export const limitClasses = rulesOf('limit', limitClass);

/** 时限适用规则. */
const limitRule = z.object({
  id: z.string(),
  urgency: z.enum(urgencies).nullable(),
  matter: z.string().nullable(),
  type: z.enum(appealTypes).nullable(),
  channel: z.enum(channels).nullable(),
  /** 区划代码, as far as it says something; rows loaded before there were areas name none. */
  area: z.string().nullable().default(null),
  limitClass: z.string(),
  ...validity,
});
export type LimitRule = z.output<typeof limitRule>;
export const limitRules = rulesOf('limit-rule', limitRule);

/** 法定时限: what the law itself allows the department; `mark` tells how sure the row is. */
const statutoryLimit = z.object({
  id: z.string(),
  matter: z.string(),
  type: z.enum(appealTypes).nullable(),
  stage: z.string(),
  limit,
  extension: limit.nullable(),
  basis: z.string(),
  mark: z.enum(['seed', 'official', 'unverified', 'invented']),
});
export type StatutoryLimit = z.output<typeof statutoryLimit>;
export const statutoryLimits = rulesOf('statutory-limit', statutoryLimit);

/** 中心自身时限. */
const centreLimitRule = z.object({ code: z.string(), name: z.string(), limit });
export const centreLimits = rulesOf('centre-limit', centreLimitRule);

/** 重件: whose answer is signed by the unit's leader. */
const seriousRule = z.object({
  code: z.string(),
  name: z.string(),
  urgency: z.enum(urgencies).nullable(),
  type: z.enum(appealTypes).nullable(),
  matter: z.string().nullable(),
  secrecyFrom: z.number().nullable(),
  ...validity,
});
export type SeriousRule = z.output<typeof seriousRule>;
export const seriousRules = rulesOf('serious', seriousRule);

/** 互转事项清单, co-signed by the two lines. */
const linkageRow = z.object({
  code: z.string(),
  category: z.string(),
  item: z.string(),
  words: z.array(z.string()),
  matter: z.string().nullable(),
  version: z.string(),
  signed12345: z.string().nullable(),
  signed110: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  mark: z.string(),
});
export type LinkageRow = z.output<typeof linkageRow>;
export const linkageTo110 = rulesOf('linkage-to-110', linkageRow);
export const linkageFrom110 = rulesOf('linkage-from-110', linkageRow);

/** 联动依据. */
const linkageBasisRule = z.object({ act: z.string(), basis: z.string(), article: z.string() });
export const linkageBases = rulesOf('linkage-basis', linkageBasisRule);

/** 法定联动单位 and 应急联动组, departments of the city by slug. */
const linkageUnit = z.object({ slug: z.string(), name: z.string() });
export const linkageUnits = rulesOf('linkage-unit', linkageUnit);
const emergencyGroup = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(emergencyKinds),
  units: z.array(z.string()),
});
export const emergencyGroups = rulesOf('emergency-group', emergencyGroup);

/** 外部信息类别. */
const signalKind = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(signalKinds),
  group: z.string().nullable(),
  fromLevel: z.enum(warningLevels).nullable(),
  matters: z.array(z.string()),
});
export type SignalKindRule = z.output<typeof signalKind>;
export const signalKindRules = rulesOf('signal-kind', signalKind);
/** 线索种类; the unit a department of the city by slug. */
const clueKind = z.object({
  code: z.string(),
  name: z.string(),
  basis: z.string(),
  unit: z.string(),
});
export const clueKinds = rulesOf('clue-kind', clueKind);

/** 保管期限. */
const retentionClass = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(retentionKinds),
  types: z.array(z.enum(appealTypes)),
  matters: z.array(z.string()),
  years: z.number().nullable(),
  basis: z.string(),
  mark: z.string(),
});
export type RetentionClass = z.output<typeof retentionClass>;
export const retentionClasses = rulesOf('retention', retentionClass);

/** 法规制度 and the gist of their articles. */
const regulation = z.object({
  code: z.string(),
  title: z.string(),
  docNo: z.string().nullable(),
  names: z.array(z.string()),
  issuer: z.string(),
  kind: z.enum(regulationKinds),
  inForceFrom: z.string().nullable(),
  mark: z.string(),
});
export type Regulation = z.output<typeof regulation>;
export const regulations = rulesOf('regulation', regulation);
const regulationArticle = z.object({
  regulation: z.string(),
  article: z.string(),
  gist: z.string(),
});
export const regulationArticles = rulesOf('regulation-article', regulationArticle);

/** 专报模板. */
const briefTemplate = z.object({
  code: z.string(),
  name: z.string(),
  about: z.enum(briefAbouts),
  series: z.string(),
  sections: z.array(z.object({ heading: z.string(), holds: z.enum(sectionHolds) })),
});
export type BriefTemplate = z.output<typeof briefTemplate>;
export const briefTemplates = rulesOf('brief-template', briefTemplate);

/** 紧急触发词. */
const trigger = z.object({
  code: z.string(),
  name: z.string(),
  words: z.array(z.string()),
  needs: z.array(z.array(z.string())),
  unless: z.array(z.string()),
  time: z.enum(['any', 'night', 'day', 'exam', 'quiet-site']),
  raisesTo: z.enum(urgencies),
  /** 险情事项, the first whose words are said; the last has none and always fits. */
  matters: z.array(z.object({ matter: z.string(), words: z.array(z.string()) })),
  /** 要求联动: departments of the city by slug. */
  linkage: z.array(z.string()),
});
export type Trigger = z.output<typeof trigger>;
export const triggers = rulesOf('trigger', trigger);

/** 平静语. */
const calmWord = z.object({ kind: z.string(), words: z.array(z.string()) });
export const calmWords = rulesOf('calm-words', calmWord);

/** 险情种类, 险情词组, 险情例句. */
const dangerKind = z.object({ code: z.string(), name: z.string(), time: z.enum(['any', 'exam']) });
export const dangerKinds = rulesOf('danger-kind', dangerKind);
const dangerWord = z.object({ code: z.string(), words: z.array(z.string()) });
export const dangerWords = rulesOf('danger-words', dangerWord);
const dangerExample = z.object({ kind: z.string(), texts: z.array(z.string()) });
export const dangerExamples = rulesOf('danger-examples', dangerExample);

/** 分类处理告知. */
const disposition = z.object({
  code: z.string(),
  name: z.string(),
  reason: z.string(),
  channel: z.string(),
  words: z.string(),
  sms: z.string(),
  needsReview: z.boolean(),
});
export type Disposition = z.output<typeof disposition>;
export const dispositions = rulesOf('disposition', disposition);

/** 受理提问. */
const question = z.object({ matter: z.string(), ask: z.string(), order: z.number() });
export const questions = rulesOf('question', question);

/** 答复表单. */
const replyForm = z.object({
  matter: z.string().nullable(),
  evidence: z.array(z.object({ code: z.string(), label: z.string(), required: z.boolean() })),
  measures: z.boolean(),
  assetChanges: z.boolean(),
  mustContact: z.boolean(),
});
export type ReplyForm = z.output<typeof replyForm>;
export const replyForms = rulesOf('reply-form', replyForm);

/** 日常说法. */
const everydayWord = z.object({
  matter: z.string(),
  words: z.array(z.string()),
  needs: z.array(z.array(z.string())),
});
export type EverydayWord = z.output<typeof everydayWord>;
export const everydayWords = rulesOf('everyday-words', everydayWord);
