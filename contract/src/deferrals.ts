import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, done, id, instant, orderRow, page, unitBrief } from './shapes.ts';
import {
  deferralKinds,
  deferralReasons,
  deferralStates,
  extensionReasons,
  ledgerStates,
  parkingReasons,
  suspensionReasons,
} from './words/deferrals.ts';

const orderParams = z.object({ orderId: id });
const dutyParams = z.object({ orderId: id, assignmentId: id });
const words = z.string().trim().min(4).max(1000);
const onDuty = '/deferrals/:orderId/assignments/:assignmentId';

export const askExtension = route({
  method: 'POST',
  path: `${onDuty}/extension`,
  summary: 'Ask for more time before the limit is over (延期): reason, plan, how much',
  params: dutyParams,
  body: z.object({
    reason: z.enum(extensionReasons),
    /** In the unit the class counts in: working days, working hours or hours. */
    amount: z.number().int().min(1).max(400),
    plan: words,
  }),
  reply: z.object({ state: z.enum(['asked', 'granted']) }),
});

export const askSuspension = route({
  method: 'POST',
  path: `${onDuty}/suspension`,
  summary: 'Ask that the clocks stand still while somebody else has to act first (挂起)',
  params: dutyParams,
  body: z.object({ reason: z.enum(suspensionReasons), plan: words }),
  reply: done,
});

export const milestone = z.object({ what: z.string().trim().min(2).max(200), dueOn: day });

export const askParking = route({
  method: 'POST',
  path: `${onDuty}/parking`,
  summary:
    'The unit’s leader asks to enter what is right but cannot be solved now in the ledger (挂账)',
  params: dutyParams,
  body: z.object({
    reason: z.enum(parkingReasons),
    plan: words,
    /** 台账公开用语: what anybody may read; it names no person. */
    publicWords: words,
    milestones: z.array(milestone).min(1).max(10),
  }),
  reply: done,
});

export const withdrawDeferral = route({
  method: 'POST',
  path: `${onDuty}/withdraw`,
  summary: 'Take the request back',
  params: dutyParams,
  reply: done,
});

export const decideDeferral = route({
  method: 'POST',
  path: '/deferrals/:orderId/decide',
  summary: 'Grant or refuse the open request; the requester is told why it takes longer',
  params: orderParams,
  body: z.object({ granted: z.boolean(), words: z.string().trim().max(500).default('') }),
  reply: z.object({ dueAt: instant.nullable() }),
});

export const resume = route({
  method: 'POST',
  path: '/deferrals/:orderId/resume',
  summary: 'End a suspension before its time: what was waited for is there',
  params: orderParams,
  body: z.object({ words }),
  reply: z.object({ dueAt: instant.nullable() }),
});

export const reviewLedger = route({
  method: 'POST',
  path: '/deferrals/:orderId/review',
  summary:
    'The review of a parked order every thirty days: progress, and which milestones are done',
  params: orderParams,
  body: z.object({ progress: words, milestonesDone: z.array(z.number().int().min(1)).max(10) }),
  reply: z.object({ reviewDueAt: instant }),
});

const milestoneView = milestone.extend({ no: z.number().int(), doneAt: instant.nullable() });

const ledgerView = z.object({
  unit: unitBrief,
  reason: z.enum(deferralReasons),
  publicWords: z.string(),
  parkedAt: instant,
  state: z.enum(ledgerStates),
  reviewDueAt: instant.nullable(),
  isReviewLate: z.boolean(),
  reviews: z.array(z.object({ at: instant, words: z.string() })),
  milestones: z.array(milestoneView),
  clearedAt: instant.nullable(),
});

/** What a list says of a request; its words stand on the order. */
const requestBrief = z.object({
  kind: z.enum(deferralKinds),
  reason: z.enum(deferralReasons),
  askedAt: instant,
  /** How much more time, as a sentence says it; null where no clock is moved. */
  span: z.string().nullable(),
});

const requestView = requestBrief.extend({
  no: z.number().int(),
  unit: unitBrief,
  plan: z.string(),
  state: z.enum(deferralStates),
  askedBy: z.string(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  words: z.string(),
});

export const readDeferrals = route({
  method: 'GET',
  path: '/deferrals/:orderId',
  summary: 'Every request for more time, and the ledger of a parked order',
  params: orderParams,
  reply: z.object({
    requests: z.array(requestView),
    ledger: ledgerView.nullable(),
    /** What the class of the order allows; null when nothing more. */
    mayExtend: z.object({ most: z.number().int(), unit: z.string() }).nullable(),
    abilities: z.array(z.enum(['decide', 'resume', 'review'])),
  }),
});

export const listDeferrals = route({
  method: 'GET',
  path: '/deferrals/requests',
  summary: 'Requests for more time that wait for a decision, the oldest first',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(z.object({ order: orderRow, request: requestBrief })),
});

export const listLedger = route({
  method: 'GET',
  path: '/deferrals/ledger',
  summary: 'The ledger of parked orders, the longest parked first',
  query: z.object({ state: z.enum(ledgerStates).optional(), cursor: cursor.optional() }),
  reply: page(z.object({ order: orderRow, ledger: ledgerView.omit({ reviews: true }) })),
});

/** Raw HTTP: POST /api/deferrals/ledger/export, an xlsx of the ledger. */
export const exportLedgerPath = '/deferrals/ledger/export';
export const exportLedgerBody = z.object({
  state: z.enum(ledgerStates),
  purpose: z.string().trim().min(4).max(200),
});

export const deferralRefusals = {
  'deferrals.lead-only': [409, '延期、挂起和挂账由主办单位提出;协办和下派的任务请与主办单位商量。'],
  'deferrals.too-many': [422, '一次最多导出 {limit} 件,请联系管理员分批导出。'],
  'deferrals.too-late': [409, '办理时限已过({dueAt}),不能再申请延期,请尽快办结。'],
  'deferrals.no-extension': [409, '这类工单按规定不能延期,请在时限内办结。'],
  'deferrals.extended-enough': [409, '这类工单最多延期 {times} 次,已经用完,请在时限内办结。'],
  'deferrals.too-long': [422, '最多可延长 {most},请调整。'],
  'deferrals.urgent': [409, '紧急工单不能挂起或挂账,请先消除险情。'],
  'deferrals.suspended-enough': [409, '已经挂起过两次,不能再挂起,请按现有条件办理。'],
  'deferrals.open': [409, '这件工单已有一个申请在等审批,请等它有结果后再提。'],
  'deferrals.none-open': [409, '这件工单没有等待审批的申请,请刷新页面。'],
  'deferrals.not-your-decision': [403, '这个申请要由{who}审批。'],
  'deferrals.words-needed': [422, '不同意请说明原因,单位要据此继续办理。'],
  'deferrals.milestone-past': [422, '节点日期要晚于今天,请改正:{what}。'],
  'deferrals.names-person': [422, '台账要公开,请去掉其中的个人信息:{found}。'],
  'deferrals.not-parked': [409, '这件工单不在挂账台账里,请刷新页面。'],
  'deferrals.no-such-milestone': [422, '没有第 {no} 个节点,请刷新页面。'],
} as const;
