import { z } from 'zod';
import { route } from './route.ts';
import { day, done, id, instant, orderRow, unitBrief } from './shapes.ts';
import {
  mechanismFieldKinds,
  mechanismGates,
  mechanismMoments,
  mechanismParts,
  mechanismStages,
  mechanismUnits,
  objectionStates,
} from './words/mechanisms.ts';
import { askedLevels } from './words/supervision.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const fieldCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const params = z.object({ code });
const period = { from: day.optional(), until: day.optional() };

const shown = z.object({ code: fieldCode, label: z.string(), value: z.string() });

/** 特色机制. */
export const listMechanisms = route({
  method: 'GET',
  path: '/mechanisms',
  summary: 'Mechanisms of the city, with how many orders each holds this year',
  reply: z.object({
    rows: z.array(
      z.object({
        code,
        name: z.string(),
        aim: z.string(),
        basis: z.string(),
        isInvented: z.boolean(),
        /** This calendar year; null: this person reads the joint list only. */
        orders: z.int().nullable(),
        open: z.int().nullable(),
        isCut: z.boolean(),
        hasJoint: z.boolean(),
      }),
    ),
  }),
});

const figure = z.object({
  code,
  name: z.string(),
  unit: z.enum(mechanismUnits),
  /** Null where no order has what it is made of. */
  value: z.number().nullable(),
  /** Orders it is made of. */
  orders: z.int(),
  /** Of a share: out of how many. */
  among: z.int().nullable(),
});

const hours = z.object({ hours: z.number().nullable(), orders: z.int() });

/** 一项机制. */
export const readMechanism = route({
  method: 'GET',
  path: '/mechanisms/:code',
  summary:
    'One mechanism: its rules in words, its figures, its times beside those of ordinary orders',
  params,
  query: z.object(period),
  reply: z.object({
    code,
    name: z.string(),
    aim: z.string(),
    basis: z.string(),
    isInvented: z.boolean(),
    from: day,
    until: day,
    orders: z.int(),
    open: z.int(),
    /** More orders than are counted at once: the newest are. */
    isCut: z.boolean(),
    figures: z.array(figure),
    times: z.array(
      z.object({
        from: z.enum(mechanismMoments),
        to: z.enum(mechanismMoments),
        here: hours,
        ordinary: hours,
      }),
    ),
    ordinaryMatters: z.array(z.string()),
    /** 回潮: solved, and its issue told again within 180 days. */
    solved: z.int(),
    cameBack: z.int(),
    /** Orders that were the second about the same thing. */
    repeats: z.int(),
    rules: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
    groupFields: z.array(z.object({ code: fieldCode, label: z.string() })),
    dossierField: fieldCode.nullable(),
    season: z
      .object({ name: z.string(), firstDay: day, warnsFrom: day, isOn: z.boolean() })
      .nullable(),
    hasJoint: z.boolean(),
  }),
});

export const mechanismOrders = route({
  method: 'GET',
  path: '/mechanisms/:code/orders',
  summary: 'Orders under a mechanism, or those behind one of its figures, the newest first',
  params,
  query: z.object({
    ...period,
    part: z.enum(mechanismParts).default('all'),
    /** With `in` and `out`: of which figure. */
    figure: code.optional(),
    /** Of one group: the name as it is shown. */
    by: fieldCode.optional(),
    name: z.string().max(200).optional(),
    after: id.optional(),
  }),
  reply: z.object({
    rows: z.array(z.object({ order: orderRow, values: z.array(shown) })),
    /** Counted, but not for this person to read. */
    hidden: z.int(),
    next: id.nullable(),
  }),
});

/** 按对象归集: 项目、企业、商户. */
export const mechanismGroups = route({
  method: 'GET',
  path: '/mechanisms/:code/groups/:by',
  summary:
    'Orders of the last 365 days by project, company or shop; only what was found true counts in a record',
  params: params.extend({ by: fieldCode }),
  reply: z.object({
    label: z.string(),
    isDossier: z.boolean(),
    isCut: z.boolean(),
    rows: z.array(
      z.object({
        name: z.string(),
        orders: z.int(),
        open: z.int(),
        /** Of a record: found true and not taken out by a ruling. */
        counted: z.int().nullable(),
        isWarned: z.boolean(),
        sums: z.array(shown),
        lastAt: instant,
      }),
    ),
  }),
});

/** 联合督办名单. */
export const jointList = route({
  method: 'GET',
  path: '/mechanisms/:code/joint',
  summary: 'Joint supervision list: what is open, and what was closed since the last round',
  params,
  reply: z.object({
    name: z.string(),
    everyDays: z.int(),
    units: z.array(unitBrief),
    rows: z.array(
      z.object({
        orderId: id,
        orderNo: z.string(),
        areaName: z.string(),
        lead: unitBrief.nullable(),
        acceptedAt: instant,
        dueAt: instant.nullable(),
        isOpen: z.boolean(),
        supervised: z.enum(askedLevels).nullable(),
        isRepeat: z.boolean(),
        values: z.array(shown),
      }),
    ),
    shownCap: z.int(),
    can: z.object({ plan: z.boolean() }),
  }),
});

const objection = z.object({
  id,
  state: z.enum(objectionStates),
  reason: z.string(),
  raisedBy: z.string(),
  raisedAt: instant,
  ruling: z.string().nullable(),
  ruledBy: z.string().nullable(),
  ruledAt: instant.nullable(),
  can: z.object({ rule: z.boolean() }),
});

const value = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);

/** 机制表单 of one order. */
export const orderMechanism = route({
  method: 'GET',
  path: '/mechanisms/orders/:orderId',
  summary: 'Which mechanism an order is under, its form, and what is still missing',
  params: z.object({ orderId: id }),
  reply: z.object({
    held: z
      .object({
        code,
        name: z.string(),
        because: z.array(z.string()),
        heldAt: instant,
        repeatAt: instant.nullable(),
        form: z.array(
          z.object({
            code: fieldCode,
            label: z.string(),
            kind: z.enum(mechanismFieldKinds),
            stage: z.enum(mechanismStages),
            isSensitive: z.boolean(),
            choices: z.array(z.object({ code: z.string(), label: z.string() })),
            help: z.string(),
            value,
            words: z.string(),
            filledAt: instant.nullable(),
            by: z.string().nullable(),
            mayFill: z.boolean(),
          }),
        ),
        checks: z.array(
          z.object({ name: z.string(), before: z.enum(mechanismGates), isMet: z.boolean() }),
        ),
        settleByAt: instant.nullable(),
        countsInDossier: z.boolean().nullable(),
        objections: z.array(objection),
        can: z.object({ object: z.boolean() }),
      })
      .nullable(),
  }),
});

export const fillForm = route({
  method: 'POST',
  path: '/mechanisms/orders/:orderId/form',
  summary: 'Fill in fields of the mechanism’s form; what is not named stays, null takes back',
  params: z.object({ orderId: id }),
  body: z.object({ values: z.record(fieldCode, value) }),
  reply: done,
});

export const raiseObjection = route({
  method: 'POST',
  path: '/mechanisms/orders/:orderId/objections',
  summary:
    'Whose record it is says, through somebody of the staff, that this order does not count (档案异议)',
  params: z.object({ orderId: id }),
  body: z.object({ reason: z.string().trim().min(6).max(500) }),
  reply: z.object({ objectionId: id }),
});

export const ruleOnObjection = route({
  method: 'POST',
  path: '/mechanisms/objections/:objectionId/rule',
  summary: 'Somebody else decides an objection',
  params: z.object({ objectionId: id }),
  body: z.object({ upheld: z.boolean(), ruling: z.string().trim().min(6).max(500) }),
  reply: done,
});

export const mechanismsRefusals = {
  'mechanisms.no-such-mechanism': [404, '没有找到这项机制。'],
  'mechanisms.not-held': [409, '这件工单不在任何机制内。'],
  'mechanisms.no-such-field': [422, '“{mechanism}”没有要素“{field}”。'],
  'mechanisms.bad-value': [422, '“{label}”填写有误:{reason}。'],
  'mechanisms.not-your-field': [403, '“{label}”由{stage},您不能填写。'],
  'mechanisms.form-closed': [409, '工单已经办结,机制表单不再改动。'],
  'mechanisms.incomplete': [422, '“{mechanism}”还差一项:{name}。'],
  'mechanisms.no-such-figure': [404, '没有找到这项指标。'],
  'mechanisms.no-dossier': [409, '这项机制没有对象档案,或这件工单没有计入。'],
  'mechanisms.objection-open': [409, '这件工单的异议正在复核。'],
  'mechanisms.no-such-objection': [404, '没有找到这条异议。'],
  'mechanisms.objection-ruled': [409, '这条异议已经复核。'],
  'mechanisms.own-objection': [403, '提出异议的人不能自己复核,请另一位负责人处理。'],
  'mechanisms.no-joint-list': [404, '这项机制没有联合督办名单,或名单里没有您的单位。'],
} as const;
