import { z } from 'zod';
import { attemptView } from './call-back.ts';
import { route } from './route.ts';
import {
  areaCode,
  cursor,
  day,
  done,
  fieldValues,
  fileView,
  id,
  infoRequest,
  instant,
  orderRow,
  page,
  point,
  unitBrief,
} from './shapes.ts';
import { assignmentRoles, assignmentStates } from './words/assignment.ts';
import { autoNumbers, heldReasons } from './words/auto-dispatch.ts';
import { eventTypes } from './words/events.ts';
import { judgedHits, modelKinds } from './words/learning.ts';
import {
  channels,
  intakeResults,
  orderStatuses,
  repeatMeanings,
  urgencies,
} from './words/order.ts';

const orderParams = z.object({ orderId: id });

/** One line of a clock's explanation; `minutes` of all counted lines add up to the total. */
export const clockLine = z.object({
  from: instant,
  to: instant,
  kind: z.enum(['counted', 'make-up', 'dispatch-day', 'off-hours', 'weekend', 'holiday', 'paused']),
  minutes: z.number(),
  label: z.string(),
});
export const clockView = z.object({
  name: z.enum([
    'accept',
    'transfer',
    'dispatch',
    'sign',
    'contact',
    'handle',
    'repair',
    'review',
    'call-back',
    'promise',
  ]),
  unitName: z.string().nullable(),
  state: z.enum(['running', 'paused', 'stopped']),
  startedAt: instant,
  endedAt: instant.nullable(),
  dueAt: instant.nullable(),
  isProvisional: z.boolean(),
  isMet: z.boolean().nullable(),
  elapsedMinutes: z.number(),
  /** What the limit allows in the same measure; null where only an instant was promised. */
  limitMinutes: z.number().nullable(),
  /** Office hours are counted, not every hour of the day. */
  countsOfficeHours: z.boolean(),
  limitLabel: z.string(),
  /** Why it is due when it is, where that does not follow from the limit alone. */
  dueNote: z.string(),
  /** 时限依据: by which rule, as it stood on the day the unit got the order; later changes of the data move nothing. */
  rule: z
    .object({
      limitClass: z.string(),
      /** Of `limit-rules.tsv`; null: the matter's own class. */
      row: z.string().nullable(),
      on: day,
      version: z.number().int(),
    })
    .nullable(),
  lines: z.array(clockLine),
});

/** 法定时限: a step the law itself gives the department time for, counted from the dispatch to its present lead. */
export const statutoryView = z.object({
  stage: z.string(),
  limitLabel: z.string(),
  dueAt: instant,
  extensionLabel: z.string().nullable(),
  /** With the extension the law allows. */
  extendedDueAt: instant.nullable(),
  isProvisional: z.boolean(),
  basis: z.string(),
  /** Nobody of the city has checked the row against the law's text yet. */
  isUnverified: z.boolean(),
});

export const assignmentView = z.object({
  id,
  parentId: id.nullable(),
  unit: unitBrief,
  role: z.enum(assignmentRoles),
  state: z.enum(assignmentStates),
  round: z.number().int(),
  sentAt: instant,
  signDueAt: instant.nullable(),
  contactDueAt: instant.nullable(),
  dueAt: instant.nullable(),
  signedAt: instant.nullable(),
  signedLate: z.boolean(),
  contactedAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  fixedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  doneAt: instant.nullable(),
  firstPhotoId: id.nullable(),
  /** 专人专办: who alone reads it in this unit; null where everybody of the unit does. */
  readers: z.array(z.object({ id, name: z.string() })).nullable(),
  abilities: z.array(z.string()),
});

export const replyView = z.object({
  assignmentId: id,
  unitName: z.string(),
  at: instant,
  isTrue: z.string(),
  isSolved: z.string(),
  unsolvedReason: z.string(),
  process: z.string(),
  publicAnswer: z.string(),
  basis: z.string(),
  measures: z.array(z.object({ kind: z.string(), what: z.string() })),
  assetChanges: z.array(
    z.object({ what: z.string(), count: z.number(), place: z.string(), at: point.nullable() }),
  ),
  evidence: z.array(z.object({ code: z.string(), label: z.string(), fileId: id })),
  signedBy: z.string().nullable(),
});

/** Abilities on the object: what this person may do with this order now; drives the buttons, computed by the policies. */
export const abilities = [
  'accept',
  'take',
  'check',
  'follow-transfer',
  'supplement',
  'urge',
  'correct-number',
  'withdraw',
  'raise-urgency',
  'lower-urgency',
  'claim',
  'send',
  'undo',
  'add',
  'reassign',
  'recall',
  'give-info',
  'approve',
  'reject',
  'attempt',
  'close',
  'redo',
  'read-people',
  'link-issue',
  'unlink-issue',
  'note',
  'print',
  'export',
] as const;
export type Ability = (typeof abilities)[number];

export const orderPage = route({
  method: 'GET',
  path: '/orders/:orderId',
  summary:
    'The order page: who holds it now, assignments, texts, files, related orders, what may be done',
  params: orderParams,
  reply: orderRow.extend({
    content: z.string(),
    demand: z.string(),
    unitTitle: z.string(),
    unitContent: z.string(),
    point: point.nullable(),
    happenedAt: instant.nullable(),
    subjectName: z.string(),
    areaCode,
    /** 因何紧急: which rules heard a danger and what the words read like; the centre alone reads it. */
    whyUrgent: z.array(
      z.object({ name: z.string(), words: z.array(z.string()), by: z.enum(['rule', 'reading']) }),
    ),
    fields: z.array(z.object({ code: z.string(), label: z.string(), value: z.string() })),
    /** The same fields as they are kept, so that a form can open with them. */
    fieldValues,
    result: z.enum(intakeResults).nullable(),
    answer: z.string(),
    dispositionCode: z.string().nullable(),
    limitClass: z.string().nullable(),
    promiseAt: instant.nullable(),
    round: z.number().int(),
    holder: z.object({ label: z.string(), unit: unitBrief.nullable(), since: instant }),
    acceptedByRule: z.boolean(),
    assignments: z.array(assignmentView),
    replies: z.array(replyView),
    files: z.array(fileView),
    supplements: z.array(z.object({ at: instant, by: z.string(), content: z.string() })),
    infoRequests: z.array(infoRequest),
    notes: z.array(z.object({ at: instant, by: z.string(), content: z.string() })),
    callBacks: z.array(attemptView),
    followUps: z.array(
      z.object({
        id,
        dueOn: day,
        doneAt: instant.nullable(),
        stillSolved: z.boolean().nullable(),
        repeatsSince: z.number().int(),
      }),
    ),
    related: z.array(
      z.object({
        orderId: id,
        orderNo: z.string(),
        title: z.string(),
        status: z.enum(orderStatuses),
        relation: z.enum(['same-issue', 'repeat-of', 'repeated-by']),
        /** Of the order this one repeats: urged by it, or its working to be looked at again. */
        meaning: z.enum(repeatMeanings).nullable(),
      }),
    ),
    archiveSeal: z.string().nullable(),
    /** 已按保管期限销毁: since when nothing of what was said is left. */
    destroyedAt: instant.nullable(),
    abilities: z.array(z.enum(abilities)),
  }),
});

export const timeline = route({
  method: 'GET',
  path: '/orders/:orderId/timeline',
  summary: 'Everything that happened, from the event log; as of an instant when asked',
  params: orderParams,
  query: z.object({ until: instant.optional() }),
  reply: z.object({
    rows: z.array(
      z.object({
        seq: z.number().int(),
        at: instant,
        type: z.enum(eventTypes),
        who: z.string(),
        unitName: z.string().nullable(),
        facts: z.record(z.string(), z.string()),
      }),
    ),
    chainIsWhole: z.boolean(),
    /** The order as it stood: folded from the events shown above; null before it came. */
    stood: z
      .object({
        status: z.enum(orderStatuses),
        urgency: z.enum(urgencies).nullable(),
        duties: z.array(
          z.object({
            unitName: z.string(),
            role: z.enum(assignmentRoles),
            state: z.enum(assignmentStates),
          }),
        ),
      })
      .nullable(),
  }),
});

export const clocks = route({
  method: 'GET',
  path: '/orders/:orderId/clocks',
  summary: 'Every clock of the order, each explained line by line',
  params: orderParams,
  reply: z.object({ rows: z.array(clockView), statutory: z.array(statutoryView) }),
});

export const purposes = [
  'contact',
  'verify',
  'call-back',
  'safety',
  'complaint-check',
  'audit',
] as const;
export const purposeLabel: Record<(typeof purposes)[number], string> = {
  contact: '联系诉求人办理',
  verify: '核实诉求内容',
  'call-back': '回访',
  safety: '紧急救助',
  'complaint-check': '核查投诉',
  audit: '审计检查',
};
export const viewPeople = route({
  method: 'POST',
  path: '/orders/:orderId/people',
  summary: 'See the requester; the purpose is asked and kept',
  params: orderParams,
  body: z.object({ purpose: z.enum(purposes) }),
  reply: z.object({
    name: z.string(),
    phone: z.string(),
    otherPhone: z.string(),
    identityNumber: z.string(),
    companyName: z.string(),
    anonymous: z.boolean(),
    isMasked: z.boolean(),
    tags: z.array(z.string()),
  }),
});

export const addNote = route({
  method: 'POST',
  path: '/orders/:orderId/notes',
  summary: 'An inside note',
  params: orderParams,
  body: z.object({ content: z.string().trim().min(2).max(2000) }),
  reply: done,
});

export const erasePerson = route({
  method: 'POST',
  path: '/orders/:orderId/erase-person',
  summary: 'Erase the requester and the words of one order; every hash chain still verifies',
  params: orderParams,
  body: z.object({ reason: z.string().trim().min(4).max(500) }),
  reply: done,
});

export const searchOrders = route({
  method: 'GET',
  path: '/orders',
  summary: 'Search in Chinese over number, text, place and unit; only what this person may see',
  query: z.object({
    q: z.string().trim().max(60).optional(),
    status: z.enum(orderStatuses).optional(),
    matter: z.optional(z.string().regex(/^\d{2,6}$/)),
    area: z.optional(z.string().regex(/^\d{6,12}$/)),
    unit: z.string().max(40).optional(),
    urgency: z.enum(['U1', 'U2', 'U3', 'U4']).optional(),
    overdue: z.enum(['yes']).optional(),
    from: day.optional(),
    to: day.optional(),
    /** Closed on this day of the city. */
    closedOn: day.optional(),
    channel: z.enum(channels).optional(),
    /** 只看诉求: what somebody asked for, proactive orders left out. */
    asked: z.enum(['yes']).optional(),
    /** 请基层协助: some duty passed the grassroots guard with a reason, on this day of the city or later. */
    overrideSince: day.optional(),
    /** 事项: the appeals behind one real thing. */
    issue: id.optional(),
    /** 预警: the appeals a warning counted. */
    warning: id.optional(),
    /** 自动派单: the orders behind a number of its page, by the day they came to the dispatch desk. */
    auto: z.enum(autoNumbers).optional(),
    autoFrom: day.optional(),
    autoTo: day.optional(),
    /** Why they were left to a person. */
    autoHeld: z.enum(heldReasons).optional(),
    /** 模型: the orders behind a number of its page, by the day their decision was judged. */
    judged: z.enum(modelKinds).optional(),
    judgedHit: z.enum(judgedHits).optional(),
    /** What the person chose, and what had been suggested first. */
    judgedLabel: z.string().max(40).optional(),
    judgedGiven: z.string().max(40).optional(),
    /** How likely the first was called, in hundredths: from …, below …. */
    judgedSaidFrom: z.coerce.number().int().min(0).max(100).optional(),
    judgedSaidBelow: z.coerce.number().int().min(0).max(101).optional(),
    judgedFrom: day.optional(),
    judgedTo: day.optional(),
    cursor: cursor.optional(),
  }),
  reply: page(orderRow).extend({
    appeals: z.number().int(),
    people: z.number().int(),
    issues: z.number().int(),
    /** There is more than was counted. */
    isCut: z.boolean(),
  }),
});

/** Export is raw HTTP: POST /api/orders/export with the search's filters and a purpose; answers xlsx bytes. */
export const exportBody = z.object({
  filters: searchOrders.query.omit({ cursor: true }),
  purpose: z.string().trim().min(4).max(200),
});

export const orderRefusals = {
  'orders.no-requester': [409, '主动工单没有诉求人,这一步不适用。'],
  'orders.no-such-order': [404, '没有找到这件工单,或您没有查看权限。'],
  'orders.stale': [409, '这件工单刚刚已由他人处理,现在是“{status}”,请刷新后再操作。'],
  'orders.closed': [409, '这件工单已结案,不能再修改。'],
  'orders.export-secret': [403, '保密工单不能导出。'],
  'orders.search-phone': [422, '检索框不能输入电话号码,请在来电登记处按号码查找这位诉求人的工单。'],
  'orders.too-many': [413, '一次最多导出 {limit} 件,请缩小范围。'],
} as const;
