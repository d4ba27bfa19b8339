import { z } from 'zod';
import { precedentView } from './dispatch.ts';
import { route } from './route.ts';
import { cursor, day, done, id, instant, orderRow, page, unitBrief, unitCode } from './shapes.ts';
import { returnReasons, returnStates } from './words/disputes.ts';
import { meetingStates } from './words/meetings.ts';

const dutyParams = z.object({ orderId: id, assignmentId: id });
const words = z.string().trim().min(4).max(1000);

export const askReturn = route({
  method: 'POST',
  path: '/disputes/:orderId/assignments/:assignmentId/ask',
  summary: 'Ask to return an order (退单申请): reason, legal basis and the proper unit',
  params: dutyParams,
  body: z.object({
    reason: z.enum(returnReasons),
    /** The article or the row of the catalogue it rests on. */
    basis: z.string().trim().min(4).max(300),
    properUnit: unitCode.optional(),
    words,
  }),
  reply: z.object({ state: z.enum(['to-sign', 'asked']) }),
});

export const signReturn = route({
  method: 'POST',
  path: '/disputes/:orderId/assignments/:assignmentId/sign',
  summary: 'The unit’s leader signs the request, or keeps the order',
  params: dutyParams,
  body: z.object({ agreed: z.boolean(), note: z.string().trim().max(500).default('') }),
  reply: done,
});

export const withdrawReturn = route({
  method: 'POST',
  path: '/disputes/:orderId/assignments/:assignmentId/withdraw',
  summary: 'Take the request back and go on working',
  params: dutyParams,
  reply: done,
});

const returnView = z.object({
  no: z.number().int(),
  assignmentId: id,
  unit: unitBrief,
  round: z.number().int(),
  reason: z.enum(returnReasons),
  basis: z.string(),
  properUnit: unitBrief.nullable(),
  words: z.string(),
  state: z.enum(returnStates),
  askedAt: instant,
  askedBy: z.string(),
  signedBy: z.string().nullable(),
  /** Until when the centre rules. */
  dueAt: instant.nullable(),
  ruledAt: instant.nullable(),
  ruledBy: z.string().nullable(),
  ruling: z.string().nullable(),
  newLead: unitBrief.nullable(),
  /** 会商: the meeting that heard the units, since there are meetings. */
  meetingId: id.nullable(),
  heard: z.array(unitBrief),
});

export const readDispute = route({
  method: 'GET',
  path: '/disputes/:orderId',
  summary: 'Every request to return this order, how it was ruled, and rulings on much the same',
  params: z.object({ orderId: id }),
  reply: z.object({
    returns: z.array(returnView),
    precedents: z.array(precedentView),
    /** 提级督办: three units without a lead that keeps it, or redone three times. */
    isProblem: z.boolean(),
    /** The lead was fixed by a conference. */
    leadFixed: z.boolean(),
    mayRule: z.boolean(),
    /** Round three: whom the meeting has to hear, and the meeting planned for it. */
    conference: z
      .object({
        candidates: z.array(unitBrief),
        meeting: z
          .object({
            id,
            title: z.string(),
            state: z.enum(meetingStates),
            startsAt: instant,
            came: z.array(unitBrief),
          })
          .nullable(),
        /** An order of named readers is ruled without one. */
        isNeeded: z.boolean(),
        mayPlan: z.boolean(),
      })
      .nullable(),
  }),
});

export const ruleOnReturn = route({
  method: 'POST',
  path: '/disputes/:orderId/rule',
  summary: 'Rule on the open request (退单裁定); the ruling becomes a precedent',
  params: z.object({ orderId: id }),
  body: z.object({
    upheld: z.boolean(),
    /** Who leads from now on, where another unit has to; without one an upheld return goes back to the dispatch desk. */
    lead: unitCode.optional(),
    /** Round three: who helps whoever leads. */
    assists: z.array(unitCode).max(12).default([]),
    basis: z.string().trim().min(4).max(300),
    /** The case in words that name no person: what the next dispatcher reads. */
    facts: words,
    ruling: words,
    /** 会商: the meeting of round three; who came to it was heard. */
    meetingId: id.optional(),
    /** Units and offices heard: round two hears both sides; round three those besides that did not come to the meeting. */
    heard: z.array(unitCode).max(20).default([]),
  }),
  reply: z.object({ dueAt: instant.nullable() }),
});

export const listRepeats = route({
  method: 'GET',
  path: '/disputes/repeats',
  summary:
    'Requests that only said again what had been rejected (重复退单), by unit and order, ruled on these days',
  query: z.object({ from: day, to: day, unit: unitCode.optional(), cursor: cursor.optional() }),
  reply: page(
    z.object({
      order: orderRow,
      unit: unitBrief,
      reason: z.enum(returnReasons),
      basis: z.string(),
      askedAt: instant,
      /** When the same was rejected before. */
      rejectedBeforeAt: instant,
      ruledAt: instant,
      ruledBy: z.string(),
    }),
  ).extend({
    /** How many of each unit, most first, whatever page or unit was asked for. */
    units: z.array(z.object({ unit: unitBrief, count: z.number().int() })),
    /** Of this page: orders the person may not see are counted, not shown. */
    hidden: z.number().int(),
  }),
});

export const planConference = route({
  method: 'POST',
  path: '/disputes/:orderId/conference',
  summary:
    'Plan the meeting of round three (会商) with the units that led or may lead, and others asked besides',
  params: z.object({ orderId: id }),
  body: z.object({
    place: z.string().trim().min(2).max(100),
    startsAt: instant,
    units: z.array(unitCode).max(20).default([]),
  }),
  reply: z.object({ meetingId: id }),
});

export const disputeRefusals = {
  'disputes.lead-only': [
    409,
    '只有主办单位可以申请退单;协办、联动单位请与派单员联系,下派的任务请由上级单位收回。',
  ],
  'disputes.urgent-first': [409, '紧急工单先办后议,不能退单。请先处置,办结后可申请复核派单。'],
  'disputes.window-over': [
    409,
    '退单要在派单后 1 个工作日内提出(截止 {until}),现已超过,请继续办理。',
  ],
  'disputes.lead-fixed': [409, '主办单位已由会商确定,结论有约束力,不能再退单。'],
  'disputes.proper-unit': [422, '请写明应由哪个单位办理:这类理由要指出承办单位。'],
  'disputes.same-unit': [422, '应办单位不能是提出退单的单位自己。'],
  'disputes.open': [409, '这件工单正在裁定退单,请在裁定里决定主办单位。'],
  'disputes.redo': [409, '重办的工单由原承办单位办到底,不能退单。'],
  'disputes.not-your-round': [403, '{round},请转给有权裁定的同事。'],
  'disputes.own-ruling': [409, '第一轮是您裁定的,第二轮要由另一位同事裁定。'],
  'disputes.no-conference': [409, '只有{round}才安排会商,请刷新后查看。'],
  'disputes.conference-planned': [
    409,
    '这次退单的会商已经安排,请到会议页查看;要改时间请在会议页改期,不开了请先取消。',
  ],
  'disputes.meeting-needed': [422, '第三轮由会商裁定:请先安排会商会议,开会并登记到会后再裁定。'],
  'disputes.meeting-not-held': [409, '会商会议还没有召开,请在会议页登记到会后再裁定。'],
  'disputes.hear-both': [422, '请写明听取了哪些单位的意见:{units}。'],
  'disputes.lead-needed': [422, '退单成立,请确定由哪个单位主办。'],
  'disputes.same-lead': [422, '退单成立后主办单位要另定,不能还是“{unit}”。'],
  'disputes.names-person': [422, '案例要给以后的派单员看,请去掉其中的个人信息:{found}。'],
} as const;
