import { z } from 'zod';
import {
  mechanismFieldKinds,
  mechanismGates,
  mechanismMoments,
  mechanismStages,
} from './words/mechanisms.ts';
import { channels, urgencies } from './words/order.ts';

/** 机制: how a city writes one down. Everything the program does with it follows from these words. */
const fieldCode = z.string().regex(/^[a-z][a-z0-9_]*$/);
const moment = z.enum(mechanismMoments);
/** A unit as the catalogue names it, `{county}.rsj`, or a department of the city by its slug, `rsj`. */
const unitWords = z.string().regex(/^(\{(county|town|village)\}|\d{6,12})?(\.?[a-z0-9]+)?$/);

export const mechanismField = z.strictObject({
  code: fieldCode,
  label: z.string().min(1).max(30),
  kind: z.enum(mechanismFieldKinds),
  stage: z.enum(mechanismStages),
  /** 敏感: kept encrypted, shown with the order only, in no list and no export. */
  sensitive: z.boolean(),
  /** 受理要素 of the matter whose answer is taken over. */
  from: fieldCode.nullable().default(null),
  choices: z
    .array(z.strictObject({ code: z.string().min(1), label: z.string().min(1) }))
    .default([]),
  help: z.string().max(100).default(''),
});
export type MechanismField = z.output<typeof mechanismField>;

/** A unit, or one only where the appeal answered so. */
const party = z.union([
  unitWords.min(1),
  z.strictObject({
    unit: unitWords.min(1),
    when: z.strictObject({ field: fieldCode, is: z.array(z.string()).min(1) }),
  }),
]);
export type MechanismParty = z.output<typeof party>;

const pair = z.tuple([fieldCode, fieldCode]);

/** 条件: what can be asked of one order. */
export const mechanismCondition = z.union([
  z.strictObject({ field: fieldCode, is: z.array(z.string()).min(1) }),
  z.strictObject({ filled: fieldCode }),
  z.strictObject({ positive: fieldCode }),
  z.strictObject({ same: pair }),
  z.strictObject({ differs: pair }),
  z.strictObject({ reached: moment }),
  z.strictObject({ open: z.literal(true) }),
  /** Not later than the day of this field. */
  z.strictObject({ before: moment, day: fieldCode }),
  z.strictObject({ from: moment, to: moment, minutes: z.int().positive() }),
]);
export type MechanismCondition = z.output<typeof mechanismCondition>;

const conditions = z.array(mechanismCondition).default([]);

const check = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What is missing, as the person is told. */
  name: z.string().min(2).max(60),
  before: z.enum(mechanismGates),
  /** Asked only where all of this holds. */
  when: conditions,
  wants: z.union([mechanismCondition, z.strictObject({ evidence: z.string().min(1) })]),
});
export type MechanismCheck = z.output<typeof check>;

const figureName = { code: z.string().regex(/^[a-z][a-z0-9-]*$/), name: z.string().min(2).max(40) };
const figure = z.discriminatedUnion('kind', [
  z.strictObject({ ...figureName, kind: z.literal('count'), where: conditions }),
  z.strictObject({ ...figureName, kind: z.literal('sum'), field: fieldCode, where: conditions }),
  z.strictObject({
    ...figureName,
    kind: z.literal('difference'),
    field: fieldCode,
    less: fieldCode,
    where: conditions,
  }),
  z.strictObject({ ...figureName, kind: z.literal('median'), field: fieldCode, where: conditions }),
  z.strictObject({
    ...figureName,
    kind: z.literal('median-hours'),
    from: moment,
    to: moment,
    where: conditions,
  }),
  z.strictObject({
    ...figureName,
    kind: z.literal('share'),
    of: z.array(mechanismCondition).min(1),
    where: conditions,
  }),
]);
export type MechanismFigure = z.output<typeof figure>;

const zone = z.strictObject({
  name: z.string().min(1),
  /** Corners of the area, longitude and latitude. */
  ring: z.array(z.tuple([z.number(), z.number()])).min(3),
});

export const mechanism = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z.string().min(2).max(30),
  aim: z.string().min(4).max(200),
  basis: z.string().min(2).max(200),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable().default(null),
  mark: z.enum(['seed', 'official', 'unverified', 'invented']),
  /** 触发: one of the matters and of the areas; where any are named, one of zones and places, one of words and answers, one of the channels. */
  trigger: z.strictObject({
    matters: z.array(z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/)).min(1),
    areas: z.array(z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/)).default([]),
    zones: z.array(zone).default([]),
    places: z.array(z.string().min(2)).default([]),
    words: z.array(z.string().min(1)).default([]),
    fields: z
      .array(z.strictObject({ field: fieldCode, is: z.array(z.string()).min(1) }))
      .default([]),
    channels: z.array(z.enum(channels)).default([]),
  }),
  route: z
    .strictObject({
      lead: unitWords.min(1),
      assists: z.array(party).default([]),
      copies: z.array(party).default([]),
      sendMinutes: z.int().positive().max(1440),
    })
    .nullable()
    .default(null),
  /** 时限: a class of limits.tsv, for orders of these urgencies. */
  limits: z
    .strictObject({ limitClass: z.string(), urgencies: z.array(z.enum(urgencies)).min(1) })
    .nullable()
    .default(null),
  form: z.array(mechanismField).max(40),
  checks: z.array(check).default([]),
  figures: z.array(figure).max(20).default([]),
  /** 重复: the second complaint about the same thing raises supervision by itself. */
  repeat: z
    .strictObject({
      by: z.array(fieldCode).min(1),
      days: z.int().positive().max(1096),
      level: z.enum(['S2', 'S3']),
      demands: z.string().min(4).max(300),
    })
    .nullable()
    .default(null),
  /** 联合督办名单. */
  joint: z
    .strictObject({
      units: z.array(unitWords.min(1)).min(1),
      everyDays: z.int().min(1).max(31),
      shows: z.array(fieldCode).max(8),
    })
    .nullable()
    .default(null),
  /** 节前预警. */
  season: z
    .strictObject({
      dayOff: z.string().min(2),
      daysBefore: z.int().min(1).max(120),
      by: z.array(fieldCode).min(1),
      from: z.int().min(1),
    })
    .nullable()
    .default(null),
  /** 离开前办结: on that day at this time it is to be settled. */
  settleBy: z
    .strictObject({ field: fieldCode, at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) })
    .nullable()
    .default(null),
  /** 对象档案: counts only what was found true. */
  dossier: z
    .strictObject({ by: fieldCode, counts: z.array(mechanismCondition).min(1) })
    .nullable()
    .default(null),
  /** 对照: ordinary orders of these matters. */
  compare: z.array(z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/)).default([]),
});
export type Mechanism = z.output<typeof mechanism>;
