import { z } from 'zod';
import { concern } from './letters.ts';
import { route } from './route.ts';
import { cursor, day, done, fileView, id, instant, page, point, unitCode } from './shapes.ts';
import {
  visitBoxes,
  visitItemKinds,
  visitOutcomes,
  visitPurposes,
  visitStates,
} from './words/visits.ts';

const visitId = z.object({ visitId: id });
const itemCode = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** 核查项. */
const item = z.object({
  code: itemCode,
  name: z.string(),
  kind: z.enum(visitItemKinds),
  /** Of a number: 米, 分贝. */
  unit: z.string().nullable(),
  isRequired: z.boolean(),
  wantsPhoto: z.boolean(),
});

/** What was found for one item, and when the device says so. */
const tick = z.object({
  code: itemCode,
  /** Null for an item that is a photo only. */
  value: z.union([z.boolean(), z.number(), z.string().trim().min(1).max(500)]).nullable(),
  note: z.string().trim().max(500),
  seenAt: instant,
});

const visitRow = z.object({
  id,
  purpose: z.enum(visitPurposes),
  state: z.enum(visitStates),
  place: z.string(),
  concern: concern.extend({ label: z.string(), mayOpen: z.boolean() }).nullable(),
  visitorUnit: z.string(),
  /** 核查人; null where anybody of the unit may go. */
  visitor: z.string().nullable(),
  visitBy: day,
  isLate: z.boolean(),
  askedAt: instant,
  doneAt: instant.nullable(),
  outcome: z.enum(visitOutcomes).nullable(),
  answerIsFalse: z.boolean(),
});

export const listVisits = route({
  method: 'GET',
  path: '/visits',
  summary: 'Site visits this person may see, the latest first',
  query: z.object({
    box: z.enum(visitBoxes),
    purpose: z.enum(visitPurposes).optional(),
    concernId: id.optional(),
    cursor: cursor.optional(),
  }),
  reply: page(visitRow),
});

export const listChecklists = route({
  method: 'GET',
  path: '/visits/checklists',
  summary: 'What a visit may look for: the city’s checklists',
  reply: z.object({
    rows: z.array(z.object({ code: z.string(), name: z.string(), items: z.array(item) })),
  }),
});

export const listVisitors = route({
  method: 'GET',
  path: '/visits/visitors',
  summary: 'Who of a unit may be sent',
  query: z.object({ unitCode }),
  reply: z.object({ rows: z.array(z.object({ accountId: id, name: z.string() })) }),
});

export const askVisit = route({
  method: 'POST',
  path: '/visits',
  summary: 'Ask for a site visit',
  body: z.object({
    purpose: z.enum(visitPurposes),
    concern: concern.optional(),
    checklist: z.string().max(60),
    visitorUnit: unitCode,
    visitorId: id.optional(),
    place: z.string().trim().min(2).max(200),
    point: point.optional(),
    /** 核查要点: what to look at there. */
    what: z.string().trim().min(2).max(1000),
    visitBy: day,
  }),
  reply: z.object({ visitId: id }),
});

/** What the phone keeps of a visit, so that it can be made where there is no net. */
const toGo = z.object({
  id,
  purpose: z.enum(visitPurposes),
  state: z.enum(visitStates),
  place: z.string(),
  point: point.nullable(),
  what: z.string(),
  label: z.string().nullable(),
  /** 所核答复: the answer to be held against what stands there. */
  answer: z.string().nullable(),
  visitBy: day,
  isLate: z.boolean(),
  items: z.array(item),
});

export const visitsToGo = route({
  method: 'GET',
  path: '/visits/to-go',
  summary: 'All visits this person may make now, with everything needed on the way',
  reply: z.object({ rows: z.array(toGo), shownCap: z.number().int() }),
});

const photoView = z.object({
  file: fileView,
  itemCode: itemCode.nullable(),
  takenAt: instant,
  sentAt: instant,
  point: point.extend({ accuracyM: z.number() }).nullable(),
});

export const readVisit = route({
  method: 'GET',
  path: '/visits/:visitId',
  summary: 'One visit: what was asked, ticked, seen and found',
  params: visitId,
  reply: visitRow.extend({
    point: point.nullable(),
    what: z.string(),
    items: z.array(item),
    ticks: z.array(tick),
    photos: z.array(photoView),
    askedBy: z.string(),
    begun: z.object({ at: instant, sentAt: instant }).nullable(),
    finished: z
      .object({ by: z.string(), at: instant, sentAt: instant, findings: z.string() })
      .nullable(),
    cancelled: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
    /** 已登记虚假办结. */
    isReported: z.boolean(),
    can: z.object({ go: z.boolean(), cancel: z.boolean(), report: z.boolean() }),
  }),
});

export const beginVisit = route({
  method: 'POST',
  path: '/visits/:visitId/begin',
  summary: 'The visitor is there; said once or more, the first counts',
  params: visitId,
  body: z.object({ seenAt: instant }),
  reply: done,
});

export const addVisitPhoto = route({
  method: 'POST',
  path: '/visits/:visitId/photos',
  summary: 'A photo with its time and position; the same client id is one photo however often sent',
  params: visitId,
  body: z.object({
    clientId: id,
    fileId: id,
    itemCode: itemCode.optional(),
    takenAt: instant,
    point: point.extend({ accuracyM: z.number().min(0).max(100_000) }).optional(),
  }),
  reply: done,
});

export const finishVisit = route({
  method: 'POST',
  path: '/visits/:visitId/finish',
  summary: 'What was found; the same client id is one result however often sent',
  params: visitId,
  body: z.object({
    clientId: id,
    seenAt: instant,
    ticks: z.array(tick).max(60),
    outcome: z.enum(visitOutcomes),
    findings: z.string().trim().min(4).max(1000),
    /** 答复不实. */
    answerIsFalse: z.boolean(),
    /** How many photos were sent before: none may be missing. */
    photos: z.number().int().min(0).max(30),
  }),
  reply: z.object({ isReported: z.boolean() }),
});

export const reportFromVisit = route({
  method: 'POST',
  path: '/visits/:visitId/report-false',
  summary: 'Register as false completion what the visitor found',
  params: visitId,
  reply: z.object({ hearUntil: instant }),
});

export const cancelVisit = route({
  method: 'POST',
  path: '/visits/:visitId/cancel',
  summary: 'Cancel a visit nobody has finished',
  params: visitId,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  reply: done,
});

/** Raw HTTP: POST /api/visits/export, an xlsx of the box. */
export const exportVisitsPath = '/visits/export';
export const exportVisitsBody = z.object({
  box: z.enum(visitBoxes),
  purpose: z.string().trim().min(4).max(200),
});

export const visitRefusals = {
  'visits.too-many': [422, '一次最多导出 {limit} 次核查,请换一个列表再导出。'],
  'visits.no-such-visit': [404, '没有找到这次现场核查。'],
  'visits.no-such-checklist': [422, '没有这份核查清单。'],
  'visits.no-such-concern': [404, '没有找到要核查的事项,请核对后再派。'],
  'visits.confined-order': [422, '专人专办的工单不派现场核查,以免更多人知道;请由专人自行核实。'],
  'visits.own-work': [
    422,
    '{unit}自己承办这件事,不能由它核查自己的答复,请改派其他单位或中心人员。',
  ],
  'visits.visitor-not-there': [422, '这位同事不在所选单位,或没有现场核查权限,请重新选择。'],
  'visits.past-day': [422, '完成日期已经过去,请选今天或以后。'],
  'visits.stale': [409, '这次核查现在是“{state}”,不能这样操作,请刷新后查看。'],
  'visits.not-yours': [403, '这次核查没有派给您或您的单位。'],
  'visits.items-missing': [422, '还有核查项没有填:{items}。'],
  'visits.photos-missing': [422, '还有核查项没有拍照:{items}。'],
  'visits.no-such-item': [422, '清单里没有这个核查项,请刷新后重新填写。'],
  'visits.photos-not-there': [409, '还有 {count} 张照片没有传完,请等照片传完再提交。'],
  'visits.false-needs-order': [422, '只有核查某件工单的答复时,才能登记“答复不实”。'],
  'visits.false-needs-photo': [422, '认为答复不实,请至少拍一张照片作为依据。'],
  'visits.nothing-false': [409, '这次核查没有发现答复不实,不能登记虚假办结。'],
  'visits.reported': [409, '这次核查发现的问题已经登记过虚假办结。'],
} as const;
