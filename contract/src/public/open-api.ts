import { z } from 'zod';
import * as disputes from '../disputes.ts';
import * as handling from '../handling.ts';
import { route } from '../route.ts';
import { cursor, day, done, id, instant, page } from '../shapes.ts';
import { assignmentRoles, assignmentStates } from '../words/assignment.ts';
import { changeKinds } from '../words/changes.ts';
import { exportStates } from '../words/exports.ts';
import { appealTypes, urgencies } from '../words/order.ts';

/** 开放接口: promised to systems of districts and units; what stands here stays as it is within v1. */
const base = '/open/v1';
const duty = `${base}/duties/:orderId/:assignmentId` as const;
const params = z.object({ orderId: id, assignmentId: id });

export const openDuty = z.object({
  orderId: id,
  assignmentId: id,
  orderNo: z.string(),
  role: z.enum(assignmentRoles),
  state: z.enum(assignmentStates),
  type: z.enum(appealTypes),
  urgency: z.enum(urgencies),
  title: z.string(),
  matterCode: z.string(),
  areaCode: z.string(),
  unitCode: z.string(),
  sentAt: instant,
  signDueAt: instant.nullable(),
  dueAt: instant.nullable(),
});

export const listDuties = route({
  method: 'GET',
  path: `${base}/duties`,
  summary: 'Open duties of the unit and those below it, a page at a time',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(openDuty),
});

export const readDuty = route({
  method: 'GET',
  path: duty,
  summary: 'One duty with what whoever handles it needs to see',
  params,
  reply: handling.dutyView.reply,
});

export const signDuty = route({
  method: 'POST',
  path: `${duty}/sign`,
  summary: 'Sign for the duty (签收)',
  params,
  reply: handling.sign.reply,
});

export const contactRequester = route({
  method: 'POST',
  path: `${duty}/contact`,
  summary: 'The requester was spoken with, or not reached (联系)',
  params,
  body: handling.contact.body,
  reply: done,
});

export const arriveOnScene = route({
  method: 'POST',
  path: `${duty}/arrive`,
  summary: 'Somebody is on the scene (到场)',
  params,
  body: handling.arrive.body,
  reply: done,
});

export const noteProgress = route({
  method: 'POST',
  path: `${duty}/progress`,
  summary: 'How far it is, in words for the centre (办理进展)',
  params,
  body: z.object({ content: z.string().trim().min(2).max(2000) }),
  reply: done,
});

export const reportStage = route({
  method: 'POST',
  path: `${duty}/stage-report`,
  summary: 'Stage report of a long order (阶段报告)',
  params,
  body: handling.writeStageReport.body,
  reply: handling.writeStageReport.reply,
});

export const askForInfo = route({
  method: 'POST',
  path: `${duty}/ask-info`,
  summary: 'Ask the centre for missing information; the clock pauses (补充信息)',
  params,
  body: handling.askInfo.body,
  reply: done,
});

export const handIn = route({
  method: 'POST',
  path: `${duty}/submit`,
  summary: 'Hand in the result, with the files uploaded before (提交)',
  params,
  body: handling.submit.body,
  reply: handling.submit.reply,
});

export const askToReturn = route({
  method: 'POST',
  path: `${duty}/ask-return`,
  summary: 'Ask to return the order (退单申请)',
  params,
  body: disputes.askReturn.body,
  reply: disputes.askReturn.reply,
});

export const change = z.object({
  /** Of this order's chain: the same number is the same change. */
  seq: z.number().int(),
  at: instant,
  kind: z.enum(changeKinds),
  orderId: id,
  orderNo: z.string(),
  /** The duty it is about, if it is about one; perhaps of another unit that works the same order. */
  assignmentId: id.nullable(),
  unitCode: z.string().nullable(),
  /** Of the account's unit or of one below it. */
  isOwn: z.boolean(),
});

export const readChanges = route({
  method: 'GET',
  path: `${base}/changes`,
  summary:
    'What happened to orders of the unit after a cursor: each once, in order; `now` begins at this moment',
  query: z.object({
    after: z
      .string()
      .regex(/^(now|\d{1,18}\.\d{9,11})$/)
      .optional(),
  }),
  reply: z.object({
    rows: z.array(change),
    /** Where to go on, also after an empty page. */
    next: z.string(),
    /** True: ask again at once. */
    isMore: z.boolean(),
  }),
});

const hookId = z.object({ hookId: id });

export const openHook = z.object({
  hookId: id,
  url: z.string(),
  kinds: z.array(z.enum(changeKinds)),
  madeAt: instant,
  endedAt: instant.nullable(),
  /** Since when nobody answers there as they should; null: all is well. */
  downSince: instant.nullable(),
  lastError: z.string().nullable(),
  lastSentAt: instant.nullable(),
});

export const listHooks = route({
  method: 'GET',
  path: `${base}/hooks`,
  summary: 'Webhooks of this account (推送订阅)',
  reply: z.object({ rows: z.array(openHook) }),
});

export const addHook = route({
  method: 'POST',
  path: `${base}/hooks`,
  summary: 'Have changes of these kinds sent to an address; the secret is said once',
  body: z.object({
    url: z.url({ protocol: /^https?$/ }).max(300),
    kinds: z.array(z.enum(changeKinds)).min(1).max(changeKinds.length),
  }),
  reply: hookId.extend({ secret: z.string() }),
});

export const endHook = route({
  method: 'POST',
  path: `${base}/hooks/:hookId/end`,
  summary: 'End a webhook of this account',
  params: hookId,
  reply: done,
});

const exportId = z.object({ exportId: id });

export const askExport = route({
  method: 'POST',
  path: `${base}/exports`,
  summary:
    'Have orders of the unit accepted in a span of days written to files (批量导出); the purpose is kept',
  body: z.object({ fromOn: day, toOn: day, purpose: z.string().trim().min(4).max(200) }),
  reply: exportId,
});

export const readExport = route({
  method: 'GET',
  path: `${base}/exports/:exportId`,
  summary: 'Whether an export is written, and its parts: gzipped JSON lines',
  params: exportId,
  reply: exportId.extend({
    state: z.enum(exportStates),
    fromOn: day,
    toOn: day,
    purpose: z.string(),
    orders: z.number().int(),
    askedAt: instant,
    keptUntil: instant.nullable(),
    parts: z.array(
      z.object({
        no: z.number().int(),
        orders: z.number().int(),
        bytes: z.number().int(),
        sha256: z.string(),
      }),
    ),
  }),
});

const accountId = z.object({ accountId: id });

export const hooksOfAccount = route({
  method: 'GET',
  path: '/accounts/:accountId/hooks',
  summary: 'Webhooks of a machine account',
  params: accountId,
  reply: listHooks.reply,
});

export const endHookOfAccount = route({
  method: 'POST',
  path: '/accounts/:accountId/hooks/:hookId/end',
  summary: 'End a webhook of a machine account',
  params: accountId.extend({ hookId: id }),
  reply: done,
});

export const openApiRefusals = {
  'open-api.export-span': [400, '导出的起止日期不对:止不能早于起,一次最多 {days} 天。'],
  'open-api.export-running': [409, '上一次导出还没有生成完,请等它完成再申请。'],
  'open-api.no-such-export': [404, '没有找到这次导出,可能已过期清除。'],
  'open-api.no-such-hook': [404, '没有找到这个推送订阅,可能已经停用。'],
  'open-api.hook-address': [
    400,
    '推送地址里不能带用户名、口令,端口只能是 80、443 或 1024 以上,请换一个地址。',
  ],
  'open-api.hooks-too-many': [409, '一个账号最多 {limit} 个推送订阅,请先停用不用的。'],
  'open-api.cursor-old': [
    410,
    '这个游标太旧,{days} 天以前的变化已不再保留。请先用 after=now 取新游标,再重新读取任务列表。',
  ],
} as const;
