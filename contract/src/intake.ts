import { z } from 'zod';
import { route } from './route.ts';
import {
  areaCode,
  done,
  fieldValues,
  id,
  instant,
  matterCode,
  orderRow,
  phone,
  point,
  secrecy,
} from './shapes.ts';
import {
  appealTypes,
  intakeResults,
  repeatMeanings,
  requesterKinds,
  urgencies,
  writtenChannels,
} from './words/order.ts';

/** The requester as the agent writes it down; kept apart from the order, encrypted. */
export const requesterInput = z.object({
  name: z.string().trim().max(60).optional(),
  phone: phone.optional(),
  otherPhone: phone.optional(),
  identityNumber: z.string().trim().max(30).optional(),
  kind: z.enum(requesterKinds).default('person'),
  companyName: z.string().trim().max(120).optional(),
  isSelf: z.boolean().default(true),
  tags: z
    .array(z.enum(['elderly', 'disabled', 'minor', 'veteran', 'foreign', 'migrant-worker']))
    .max(6)
    .default([]),
  language: z.string().max(20).optional(),
});

export const appealInput = z.object({
  title: z.string().trim().max(60).optional(),
  content: z.string().trim().min(4).max(5000),
  demand: z.string().trim().max(1000).optional(),
  type: z.enum(appealTypes),
  matterCode,
  areaCode,
  address: z.string().trim().max(200).default(''),
  point: point.optional(),
  happenedAt: instant.optional(),
  subjectName: z.string().trim().max(120).optional(),
  fields: fieldValues.default({}),
  fileIds: z.array(id).max(9).default([]),
});

/** 转110: the row of the co-signed list, and what a three-way call decided. */
const transferHow = {
  transferRow: z.string().trim().max(40).optional(),
  byThreeWay: z.boolean().optional(),
  firstReceiver: z.boolean().optional(),
};

export const createOrder = route({
  method: 'POST',
  path: '/intake/orders',
  summary: 'Write down an appeal told by phone or in person, and decide what becomes of it',
  body: appealInput.extend({
    /** With a call the channel is the telephone, whatever is said here; without both it is a visit. */
    callId: id.optional(),
    channel: z.enum(writtenChannels).optional(),
    requester: requesterInput,
    anonymous: z.boolean().default(false),
    secrecy: secrecy.default(0),
    needsReply: z.boolean().default(true),
    needsCallBack: z.boolean().default(true),
    urgency: z.enum(urgencies).optional(),
    urgencyReason: z.string().trim().max(300).optional(),
    result: z.enum(intakeResults),
    /** result answer: the entry read, or the words of an expert. */
    knowledgeCode: z.string().max(40).optional(),
    answer: z.string().trim().max(3000).optional(),
    /** result dispose: DG code and why. */
    dispositionCode: z.string().max(6).optional(),
    dispositionReason: z.string().trim().max(500).optional(),
    /** result transfer: whom the call went to. */
    transferTo: z.string().trim().max(60).optional(),
    /** Kept on the desk until the other side has fed back; an emergency always is. */
    awaitsFeedback: z.boolean().optional(),
    ...transferHow,
    repeatOf: id.optional(),
    /** 同一件事: the issue of others this order is about; it keeps its own number. */
    sameAs: id.optional(),
  }),
  reply: z.object({
    orderId: id,
    orderNo: z.string(),
    status: z.string(),
    urgency: z.enum(urgencies),
    promiseAt: instant.nullable(),
  }),
});

/** 一键转接: what the agent has written so far is enough; the rest is read from it and put right later. */
export const putThrough = route({
  method: 'POST',
  path: '/intake/put-through',
  summary: 'Put the caller through to 110: the form goes there first, then the voice',
  body: appealInput
    .omit({ type: true, matterCode: true, areaCode: true, fileIds: true, fields: true })
    .extend({
      callId: id,
      content: z.string().trim().max(5000),
      type: z.enum(appealTypes).optional(),
      matterCode: matterCode.optional(),
      areaCode: areaCode.optional(),
      name: z.string().trim().max(60).optional(),
      transferRow: transferHow.transferRow,
    }),
  reply: z.object({ orderId: id, orderNo: z.string() }),
});

export const assessAppeal = route({
  method: 'POST',
  path: '/intake/assess',
  summary: 'While typing: urgency by triggers and matter, with the words that raised it',
  body: z.object({
    content: z.string().max(5000),
    matterCode: matterCode.optional(),
    address: z.string().trim().max(200).optional(),
    point: point.optional(),
  }),
  reply: z.object({
    /** What the order gets while nobody chooses. */
    urgency: z.enum(urgencies),
    /** By matter and trigger words alone: only a shift lead goes below. */
    ruled: z.enum(urgencies),
    /** 识别建议: reads like a danger though no rule heard one; the agent says whether it is. */
    proposed: z
      .object({ urgency: z.enum(urgencies), kind: z.string(), words: z.array(z.string()) })
      .nullable(),
    raisedBy: z.array(z.object({ trigger: z.string(), words: z.array(z.string()) })),
    /** 存疑: a danger was heard, and words that speak against it, or none and yet it reads calm: the agent asks. */
    doubted: z.array(
      z.object({
        trigger: z.string(),
        words: z.array(z.string()),
        calm: z.array(z.string()),
      }),
    ),
    isNight: z.boolean(),
  }),
});

export const likelyRepeats = route({
  method: 'POST',
  path: '/intake/likely-repeats',
  summary:
    'Orders of this caller that look like the same thing: open, or over for less than 90 days',
  body: z.object({
    phone: phone.optional(),
    callId: id.optional(),
    matterCode: matterCode.optional(),
    areaCode: areaCode.optional(),
  }),
  reply: z.object({
    rows: z.array(
      orderRow.extend({
        reason: z.enum(['same-matter', 'same-area', 'same-caller']),
        /** What linking it does. */
        meaning: z.enum(repeatMeanings).nullable(),
      }),
    ),
  }),
});

/** For other systems: the same waiting list as the web, told apart by channel; send an Idempotency-Key. */
export const receiveByApi = route({
  method: 'POST',
  path: '/intake/appeals',
  summary: 'Hand in an appeal from another system; an agent accepts it like one from the web',
  body: z.object({
    content: z.string().trim().min(4).max(5000),
    type: z.enum(appealTypes).optional(),
    matterCode: matterCode.optional(),
    areaCode: areaCode.optional(),
    address: z.string().trim().max(200).default(''),
    point: point.optional(),
    name: z.string().trim().max(60).optional(),
    phone: phone.optional(),
    wantsSecrecy: z.boolean().default(false),
    externalId: z.string().trim().min(1).max(100),
  }),
  reply: z.object({ orderId: id, orderNo: z.string(), isEmergency: z.boolean() }),
});

const orderParams = z.object({ orderId: id });

export const takeWaiting = route({
  method: 'POST',
  path: '/intake/:orderId/take',
  summary: 'Take a waiting web, API or import appeal for acceptance',
  params: orderParams,
  reply: done,
});

export const acceptWaiting = route({
  method: 'POST',
  path: '/intake/:orderId/accept',
  summary: 'Accept a waiting appeal, with matter, type and place put right',
  params: orderParams,
  body: z.object({
    type: z.enum(appealTypes),
    matterCode,
    areaCode,
    address: z.string().trim().max(200).optional(),
    title: z.string().trim().max(60).optional(),
    fields: fieldValues.default({}),
    secrecy: secrecy.optional(),
    urgency: z.enum(urgencies).optional(),
    urgencyReason: z.string().trim().max(300).optional(),
    result: z.enum(intakeResults),
    answer: z.string().trim().max(3000).optional(),
    knowledgeCode: z.string().max(40).optional(),
    dispositionCode: z.string().max(6).optional(),
    dispositionReason: z.string().trim().max(500).optional(),
    transferTo: z.string().trim().max(60).optional(),
    awaitsFeedback: z.boolean().optional(),
    ...transferHow,
  }),
  reply: z.object({ status: z.string(), urgency: z.enum(urgencies) }),
});

export const checkAccepted = route({
  method: 'POST',
  path: '/intake/:orderId/check',
  summary: 'Confirm by a person what the rule accepted (U1 untaken for two minutes)',
  params: orderParams,
  body: z.object({ isRight: z.boolean(), note: z.string().trim().max(500).default('') }),
  reply: done,
});

export const readTransfer = route({
  method: 'GET',
  path: '/intake/:orderId/transfer',
  summary: 'Whom an order was put through to, and what came back',
  params: orderParams,
  reply: z.object({
    to: z.string(),
    sentAt: instant,
    receivedAt: instant.nullable(),
    theirNo: z.string(),
    listRow: z.string().nullable(),
    byThreeWay: z.boolean(),
    firstReceiver: z.boolean(),
    endedAt: instant.nullable(),
  }),
});
export const noteTransferReceipt = route({
  method: 'POST',
  path: '/intake/:orderId/transfer/receipt',
  summary: 'The other side has it: their number, if they gave one',
  params: orderParams,
  body: z.object({ theirNo: z.string().trim().max(40).default('') }),
  reply: done,
});
export const endTransfer = route({
  method: 'POST',
  path: '/intake/:orderId/transfer/end',
  summary: 'The other side has fed back: the order is over, the requester reads the feedback',
  params: orderParams,
  body: z.object({ feedback: z.string().trim().min(2).max(2000) }),
  reply: done,
});
export const returnTransfer = route({
  method: 'POST',
  path: '/intake/:orderId/transfer/return',
  summary: 'The other side gives it back, or it is taken back: it waits for dispatch',
  params: orderParams,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  reply: done,
});

export const supplement = route({
  method: 'POST',
  path: '/intake/:orderId/supplement',
  summary: 'Add what the requester says later',
  params: orderParams,
  body: z.object({
    content: z.string().trim().min(2).max(3000),
    fileIds: z.array(id).max(9).default([]),
  }),
  reply: done,
});
export const urge = route({
  method: 'POST',
  path: '/intake/:orderId/urge',
  summary: 'Urge for the requester (催办): once a day',
  params: orderParams,
  body: z.object({ note: z.string().trim().max(500).default('') }),
  reply: done,
});
export const correctNumber = route({
  method: 'POST',
  path: '/intake/:orderId/correct-number',
  summary: 'Correct the requester’s number',
  params: orderParams,
  body: z.object({ phone }),
  reply: done,
});
export const withdraw = route({
  method: 'POST',
  path: '/intake/:orderId/withdraw',
  summary: 'Withdraw for the requester, before the answer',
  params: orderParams,
  body: z.object({ reason: z.string().trim().max(500).default('') }),
  reply: done,
});
export const changeUrgency = route({
  method: 'POST',
  path: '/intake/:orderId/urgency',
  summary: 'Raise the urgency, or lower it (shift lead only, with a reason)',
  params: orderParams,
  body: z.object({ urgency: z.enum(urgencies), reason: z.string().trim().min(2).max(300) }),
  reply: done,
});
export const readProgress = route({
  method: 'GET',
  path: '/intake/:orderId/progress',
  summary: 'Progress in plain words, to be read to the caller, and what a unit waits to hear',
  params: orderParams,
  reply: z.object({
    words: z.string(),
    promiseAt: instant.nullable(),
    question: z.string().nullable(),
  }),
});

const draft = z.object({
  id,
  label: z.string(),
  savedAt: instant,
  form: z.record(z.string(), z.unknown()),
});
export const listDrafts = route({
  method: 'GET',
  path: '/intake/drafts',
  summary: 'Half-typed forms set aside by this agent',
  reply: z.object({ rows: z.array(draft) }),
});
export const saveDraft = route({
  method: 'PUT',
  path: '/intake/drafts/:draftId',
  summary: 'Keep a half-typed form',
  params: z.object({ draftId: id }),
  body: z.object({ label: z.string().max(60), form: z.record(z.string(), z.unknown()) }),
  reply: done,
});
export const dropDraft = route({
  method: 'DELETE',
  path: '/intake/drafts/:draftId',
  summary: 'Drop a half-typed form',
  params: z.object({ draftId: id }),
  reply: done,
});

export const intakeRefusals = {
  'intake.number-or-anonymous': [422, '请填写联系电话,或勾选匿名。'],
  'intake.lower-urgency': [403, '只有班长可以降低紧急程度,请说明原因后请班长处理。'],
  'intake.answer-needed': [422, '直接答复需要引用知识条目或填写答复内容。'],
  'intake.disposition-needed': [422, '请选择分类告知的情形并说明原因。'],
  'intake.no-such-list-row': [422, '互转清单里没有这一行,或两家还没有签字。'],
  'intake.no-such-disposition': [422, '没有编号为 {code} 的告知情形。'],
  'intake.transfer-needed': [422, '请填写转接到哪里。'],
  'intake.no-transfer': [404, '这件工单没有等待反馈的转接。'],
  'intake.taken': [409, '这件诉求正由 {name} 受理。'],
  'intake.urged-today': [409, '今天已经催办过,请明天再来。办理进度会随时更新。'],
  'intake.not-withdrawable': [409, '这件诉求已有答复,不能撤回。'],
  'intake.safety-stays': [409, '涉及公共安全的诉求不能撤回,我们会继续处理。'],
  'intake.emergency-not-disposed': [409, '紧急险情不能只作告知,请立即转接或派单。'],
} as const;
