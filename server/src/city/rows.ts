import { unitKinds } from '@minsheng/contract/words/assignment.ts';
import { appealTypes, channels, urgencies } from '@minsheng/contract/words/order.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import type { At } from './source.ts';

/**
 * How far a row may be trusted. `seed`: told by the cities themselves. `official`: published fact.
 * `unverified`: general knowledge the city has to confirm. `invented`: ours, for the demo.
 */
export const marks = ['seed', 'official', 'unverified', 'invented'] as const;
const mark = z.enum(marks);

/** 行政区划. */
export const areaRow = z.object({
  code: cell.areaCode,
  parent: cell.areaCode.nullable(),
  name: cell.text,
  level: z.enum(['city', 'county', 'town', 'village']),
  lng: cell.maybeDecimal,
  lat: cell.maybeDecimal,
});
export type AreaRow = At<z.infer<typeof areaRow>>;

/** 地名别名: what people call a place, and the area it lies in. */
export const aliasRow = z.object({
  alias: cell.text,
  area: cell.areaCode,
  kind: z.enum(['nickname', 'old-name', 'place', 'management-area']),
  unit: cell.unitCode.nullable(),
  note: cell.maybeText,
  mark,
});
export type AliasRow = At<z.infer<typeof aliasRow>>;

/** 承办单位, on two axes: `parent` by area (块), `lineParent` by department (条). */
export const unitRow = z.object({
  code: cell.unitCode,
  name: cell.text,
  short: cell.text,
  kind: z.enum(unitKinds),
  parent: cell.unitCode.nullable(),
  lineParent: cell.unitCode.nullable(),
  area: cell.areaCode,
  takesOrders: cell.yesNo,
  dutyHint: cell.maybeText,
  mark,
});
export type UnitRow = At<z.infer<typeof unitRow>>;

/** 值班表: who is rung, in order of position. Numbers are made from a seed when the city is loaded. */
export const dutyRow = z.object({
  unit: cell.unitCode,
  weekdays: cell.weekdays,
  from: cell.clockTime,
  to: cell.clockTime,
  position: cell.wholeNumber,
  title: cell.text,
});
export type DutyRow = At<z.infer<typeof dutyRow>>;

/** 事项: one leaf of the classification. */
export const matterRow = z.object({
  code: cell.matterCode,
  l1: cell.text,
  l2: cell.text,
  leaf: cell.text,
  type: z.enum(appealTypes),
  urgency: z.enum(urgencies),
  limitClass: cell.text,
  /** Department slug, or `{county}`, `{town}`, `{village}` for the area's own government. */
  lead: z.string().regex(/^[a-z0-9]+$|^\{(county|town|village)\}$/),
  assists: cell.list,
  /** Parties that are no unit of the network, in words. */
  outsiders: cell.list,
  /** On the township's list of duties (乡镇街道履职事项清单): a township or village may lead. */
  grassroots: cell.yesNo,
  validFrom: cell.maybeDay,
  validTo: cell.maybeDay,
  successor: cell.matterCode.nullable(),
});
export type MatterRow = At<z.infer<typeof matterRow>>;

/** 时限类别, domain 2.3. */
export const limitRow = z.object({
  code: cell.slug,
  name: cell.text,
  signIn: cell.maybeSpan,
  signInNight: cell.maybeSpan,
  firstContact: cell.maybeSpan,
  onScene: cell.maybeSpan,
  feedback: cell.maybeSpan,
  handle: cell.maybeSpan,
  stageReport: cell.maybeSpan,
  extension: cell.maybeSpan,
  maxExtensions: cell.wholeNumber,
  extendedBy: z.enum(['none', 'centre', 'director', 'unit']),
  validFrom: cell.maybeDay,
  validTo: cell.maybeDay,
});
export type LimitRow = At<z.infer<typeof limitRow>>;

/** 时限规则: which class an order gets; the most specific row wins, as `matters/limit-for.ts` says. */
export const limitRuleRow = z.object({
  id: cell.slug,
  urgency: z.enum(urgencies).nullable(),
  matter: cell.matterPrefix.nullable(),
  type: z.enum(appealTypes).nullable(),
  channel: z.enum(channels).nullable(),
  /** 适用区域; a file without the column holds everywhere. */
  area: cell.areaPrefix.nullable().default(null),
  limitClass: cell.slug,
  note: cell.maybeText,
  validFrom: cell.maybeDay,
  validTo: cell.maybeDay,
});
export type LimitRuleRow = At<z.infer<typeof limitRuleRow>>;

/** 法定时限: what the law itself allows, shown beside our own promise for class ST. */
export const statutoryRow = z.object({
  id: cell.slug,
  matter: cell.matterPrefix,
  type: z.enum(appealTypes).nullable(),
  stage: cell.text,
  limit: cell.span,
  extension: cell.maybeSpan,
  basis: cell.text,
  mark,
});
export type StatutoryRow = At<z.infer<typeof statutoryRow>>;

/** 中心自身时限: the hotline centre's own steps. */
export const centreLimitRow = z.object({
  code: cell.slug,
  name: cell.text,
  limit: cell.span,
  note: cell.maybeText,
});
export type CentreLimitRow = At<z.infer<typeof centreLimitRow>>;

/**
 * 紧急触发词: any of `words`, every group of `needs`, none of `unless`. What it hears is a danger of one of `matters`, the
 * first whose words are said too, and brings the city's units of `linkage` along.
 */
export const triggerRow = z.object({
  code: cell.slug,
  name: cell.text,
  words: cell.alternatives,
  needs: cell.wordGroups,
  unless: cell.alternatives,
  time: z.enum(['any', 'night', 'day', 'exam', 'quiet-site']),
  raisesTo: z.enum(urgencies),
  matters: cell.mattersByWords,
  /** Department slugs of the city, `jj110` for `350600.jj110`. */
  linkage: cell.list,
  note: cell.maybeText,
});
export type TriggerRow = At<z.infer<typeof triggerRow>>;

/** 平静语: words that say a danger is past, practised or only asked about; `now` says that it is going on. */
export const calmWordsRow = z.object({
  kind: z.enum(['past', 'over', 'thanks', 'question', 'claim', 'drill', 'story', 'wish', 'now']),
  words: cell.alternatives,
  note: cell.maybeText,
});
export type CalmWordsRow = At<z.infer<typeof calmWordsRow>>;

/** 险情种类. One of `exam` is a danger on days of examinations only. */
export const dangerKindRow = z.object({
  code: cell.slug,
  name: cell.text,
  time: z.enum(['any', 'exam']),
});
export type DangerKindRow = At<z.infer<typeof dangerKindRow>>;

/** 险情词组: words that mean much the same where danger is told. */
export const dangerWordsRow = z.object({ code: cell.slug, words: cell.alternatives });
export type DangerWordsRow = At<z.infer<typeof dangerWordsRow>>;

/** 险情例句 of a kind; `calm` is no danger. */
export const dangerExampleRow = z.object({ kind: cell.slug, text: cell.text });
export type DangerExampleRow = At<z.infer<typeof dangerExampleRow>>;

/** 法定节假日与调休补班. */
export const calendarRow = z.object({
  date: cell.day,
  kind: z.enum(['off', 'work']),
  name: cell.text,
  source: cell.text,
});
export type CalendarRow = At<z.infer<typeof calendarRow>>;

/** 归并热线. */
export const lineRow = z.object({
  number: cell.text,
  name: cell.text,
  owner: cell.unitCode,
  mode: z.enum(['whole', 'dual', 'branch']),
  since: cell.day,
  status: z.enum(['live', 'announced', 'closed']),
  mark,
});
export type LineRow = At<z.infer<typeof lineRow>>;

/** 日常说法: what people say and the matter it names; read from the top, the first row that fits wins. */
export const everydayWordsRow = z.object({
  matter: cell.matterCode,
  words: cell.alternatives,
  needs: cell.wordGroups,
  note: cell.maybeText,
});
export type EverydayWordsRow = At<z.infer<typeof everydayWordsRow>>;
