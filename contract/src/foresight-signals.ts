import { z } from 'zod';
import { route } from './route.ts';
import { areaCode, cursor, done, id, instant, page } from './shapes.ts';
import {
  signalFaults,
  signalKinds,
  signalSources,
  signalStates,
  warningLevels,
} from './words/foresight.ts';

const signalParams = z.object({ signalId: id });
/** A row of the city's `signal-kinds.tsv`. */
const about = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const level = z.enum(warningLevels);
const source = z.string().trim().min(2).max(120);
const words = z.string().trim().max(1000);

const signal = z.object({
  id,
  kind: z.enum(signalKinds),
  about,
  aboutName: z.string(),
  level: level.nullable(),
  areas: z.array(z.object({ code: areaCode, name: z.string() })),
  fromAt: instant,
  untilAt: instant,
  source: z.string(),
  words: z.string(),
  state: z.enum(signalStates),
  given: z.enum(signalSources),
  enteredBy: z.string(),
  enteredAt: instant,
  /** 提请启用: which prepared group, and until when somebody should have said. */
  proposal: z
    .object({ groupCode: z.string(), groupName: z.string(), dueAt: instant.nullable() })
    .nullable(),
  decided: z
    .object({ by: z.string(), at: instant, reason: z.string(), modeId: id.nullable() })
    .nullable(),
  /** Once a warning is over nothing opens by it; that it was left is said all the same. */
  can: z.object({ confirm: z.boolean(), decline: z.boolean() }),
});

/** `waiting`: a person has yet to confirm; `running`: in force now or later. */
export const signalBoxes = ['waiting', 'running', 'all'] as const;

export const listSignals = route({
  method: 'GET',
  path: '/foresight/signals',
  summary: 'Weather warnings, works permits, sensor readings and satellite finds, the latest first',
  query: z.object({ box: z.enum(signalBoxes).default('all'), cursor: cursor.optional() }),
  reply: page(signal).extend({
    kinds: z.array(
      z.object({
        code: about,
        name: z.string(),
        kind: z.enum(signalKinds),
        group: z.string().nullable(),
      }),
    ),
    can: z.object({ enter: z.boolean(), decide: z.boolean() }),
  }),
});

export const enterSignal = route({
  method: 'POST',
  path: '/foresight/signals',
  summary: 'Enter a weather warning, works permit, sensor reading or satellite find (外部信息)',
  body: z.object({
    about,
    level: level.optional(),
    areas: z.array(areaCode).min(1).max(20),
    fromAt: instant,
    untilAt: instant,
    source,
    words: words.default(''),
  }),
  reply: z.object({ signalId: id, state: z.enum(signalStates) }),
});

export const mostSignals = 300;

export const importSignals = route({
  method: 'POST',
  path: '/foresight/signals/import',
  summary: 'Read a tsv or xlsx of signals line by line; kept only when every line fits',
  body: z.object({
    /** The file itself; it is read and not kept. */
    sheet: z.base64().max(900_000),
    /** False: only look. */
    isKept: z.boolean(),
  }),
  reply: z.object({
    rows: z.array(
      z.object({ line: z.int(), words: z.string(), faults: z.array(z.enum(signalFaults)) }),
    ),
    fitting: z.int(),
    kept: z.int(),
  }),
});

/** 确认启用: the emergency mode of the prepared group opens by this word and no other. */
export const confirmSignal = route({
  method: 'POST',
  path: '/foresight/signals/:signalId/confirm',
  summary: 'Confirm a weather warning: emergency mode opens with the prepared group',
  params: signalParams,
  body: z.object({ reason: z.string().trim().min(4).max(300) }),
  reply: z.object({ modeId: id, isNew: z.boolean() }),
});

export const declineSignal = route({
  method: 'POST',
  path: '/foresight/signals/:signalId/decline',
  summary: 'Decline with a reason: no emergency mode for this warning',
  params: signalParams,
  body: z.object({ reason: z.string().trim().min(4).max(300) }),
  reply: done,
});

export const foresightSignalRefusals = {
  'foresight.no-such-signal': [404, '没有找到这条外部信息。'],
  'foresight.no-such-kind': [422, '类别“{code}”不在清单里。'],
  'foresight.level-needed': [422, '气象预警要写明级别。'],
  'foresight.level-not-meant': [422, '只有气象预警和传感读数有级别。'],
  'foresight.bad-span': [422, '结束时间要晚于开始时间,且不超过 60 天。'],
  'foresight.signal-known': [409, '同一来源、同一开始时间和区域的信息已经登记过。'],
  'foresight.nothing-to-decide': [409, '这条信息不用确认,或已经有人决定,请刷新页面。'],
  'foresight.signal-over': [409, '这条预警的有效期已过,不能再据此启用应急联动。'],
  'foresight.mode-elsewhere': [
    409,
    '“{name}”正用同一个联动组,范围不含这条预警的区域。请先在应急联动页结束它,再确认启用;已派出的工单照常办理。',
  ],
  'foresight.no-sheet': [422, '没有读到表格内容,请用模板里的表头,保存为 tsv 或 xlsx。'],
  'foresight.too-many-rows': [422, '一次最多导入 {limit} 行。'],
  'foresight.rows-refused': [422, '有 {count} 行不合要求,整表没有导入。'],
} as const;
