import { z } from 'zod';
import { closedAlike, learntUnit } from './learning.ts';
import { route } from './route.ts';
import { day, done, id, instant, unitBrief, unitCode } from './shapes.ts';
import { rowProposalStates } from './words/disputes.ts';
import { urgencies } from './words/order.ts';

const orderParams = z.object({ orderId: id });
const assignmentParams = z.object({ orderId: id, assignmentId: id });

const because = z.object({
  rowId: z.string(),
  matterPrefix: z.string(),
  matterName: z.string(),
  areaPrefix: z.string(),
  areaName: z.string(),
  time: z.string(),
  basisKind: z.string(),
  basis: z.string(),
  level: z.string(),
  direct: z.boolean(),
  mark: z.string(),
  /** Row ids that also matched and were less specific. */
  beat: z.array(z.string()),
});

/** 先例: a ruling on much the same. */
export const precedentView = z.object({
  id,
  facts: z.string(),
  lead: unitBrief,
  upheld: z.boolean(),
  basis: z.string(),
  ruledAt: instant,
  validTo: day,
  uses: z.number().int(),
});

export const suggestion = route({
  method: 'GET',
  path: '/dispatch/:orderId/suggestion',
  summary: 'What the catalogue says for this order, and why',
  params: orderParams,
  reply: z.object({
    lead: unitBrief.nullable(),
    assists: z.array(unitBrief),
    linkage: z.array(unitBrief),
    copies: z.array(unitBrief),
    backstop: unitBrief.nullable(),
    because: because.nullable(),
    /** 险情兜底: no row could lead, the city's duty desk for emergencies does. */
    isBackstop: z.boolean(),
    /** 机制派单: lead, assists and copies are those of a mechanism. */
    mechanism: z.object({ code: z.string(), name: z.string() }).nullable(),
    /** 要求联动: the danger heard in the words, and whom it brings along. */
    demands: z.array(z.object({ danger: z.string(), units: z.array(unitBrief) })),
    limit: z.object({
      code: z.string(),
      signMinutes: z.string(),
      contact: z.string(),
      handle: z.string(),
    }),
    dueAt: instant.nullable(),
    /** 地点存疑: the words say another place than the one chosen. */
    placeDoubt: z
      .object({
        saidCode: z.string(),
        saidArea: z.string(),
        chosenCode: z.string(),
        chosenArea: z.string(),
        words: z.array(z.string()),
        confidence: z.number(),
      })
      .nullable(),
    precedents: z.array(precedentView),
    /** 历史相似办件: to whom much the same went before, the likeliest first. */
    learnt: z.array(learntUnit),
    /** Where that comes from: closed orders with much the same words, three at most. */
    closedAlike: z.array(closedAlike),
    alike: z.array(
      z.object({
        orderId: id,
        orderNo: z.string(),
        title: z.string(),
        address: z.string(),
        urgency: z.enum(urgencies),
        reason: z.enum(['same-issue-candidate', 'same-place-matter']),
      }),
    ),
  }),
});

export const claim = route({
  method: 'POST',
  path: '/dispatch/:orderId/claim',
  summary: 'Take an order on the dispatch desk; the claim expires by itself',
  params: orderParams,
  reply: z.object({ until: instant }),
});
export const releaseClaim = route({
  method: 'POST',
  path: '/dispatch/:orderId/release',
  summary: 'Give the claim back',
  params: orderParams,
  reply: done,
});

export const correctPlace = route({
  method: 'POST',
  path: '/dispatch/:orderId/place',
  summary: 'Put an order’s area right before it is dispatched',
  params: orderParams,
  body: z.object({ areaCode: z.string().regex(/^\d{12}$/) }),
  reply: done,
});

const unitsBody = z.object({
  lead: unitCode,
  assists: z.array(unitCode).max(12).default([]),
  linkage: z.array(unitCode).max(6).default([]),
  copies: z.array(unitCode).max(12).default([]),
  note: z.string().trim().max(2000).default(''),
  /** Text the units read, when the dispatcher corrects it. */
  title: z.string().trim().max(60).optional(),
  content: z.string().trim().max(5000).optional(),
  /** Why an assist may go to the grass roots against the catalogue's level. */
  guardReason: z.string().trim().max(300).optional(),
});

/** 指定办理人: accounts that alone may read an order of secrecy 3 in their unit. */
const readers = z.array(id).max(20);

export const send = route({
  method: 'POST',
  path: '/dispatch/:orderId/send',
  summary: 'Dispatch: exactly one lead and any number of others; all clocks start here',
  params: orderParams,
  body: unitsBody.extend({ readers: readers.optional() }),
  reply: z.object({
    dueAt: instant,
    undoUntil: instant,
    assignments: z.array(z.object({ id, unitCode, role: z.string() })),
  }),
});

/** 一次最多一起派. */
export const mostSentTogether = 50;

export const sendAlike = route({
  method: 'POST',
  path: '/dispatch/send-alike',
  summary: 'Dispatch several alike orders to the same units in one step: all or none',
  body: unitsBody.extend({ orderIds: z.array(id).min(2).max(mostSentTogether) }),
  reply: z.object({ sent: z.number().int() }),
});

export const undoSend = route({
  method: 'POST',
  path: '/dispatch/:orderId/undo',
  summary: 'Undo a dispatch within 60 s while nobody has signed',
  params: orderParams,
  reply: done,
});
export const addUnit = route({
  method: 'POST',
  path: '/dispatch/:orderId/add',
  summary: 'Add an assisting unit (加派)',
  params: orderParams,
  body: z.object({
    unitCode,
    role: z.enum(['assist', 'linkage', 'copy']),
    reason: z.string().trim().min(2).max(500),
  }),
  reply: z.object({ assignmentId: id }),
});
export const reassign = route({
  method: 'POST',
  path: '/dispatch/:orderId/reassign',
  summary: 'Change the lead (改派); the new unit gets a full limit',
  params: orderParams,
  body: z.object({ lead: unitCode, reason: z.string().trim().min(2).max(500) }),
  reply: z.object({ dueAt: instant }),
});
export const recall = route({
  method: 'POST',
  path: '/dispatch/:orderId/recall',
  summary: 'Take the order back from all units to the dispatch desk',
  params: orderParams,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  reply: done,
});

export const delegate = route({
  method: 'POST',
  path: '/dispatch/:orderId/assignments/:assignmentId/delegate',
  summary:
    'Delegate down the chain; the parent stays responsible, the child’s limit fits in the parent’s rest',
  params: assignmentParams,
  body: z.object({
    unitCode,
    note: z.string().trim().max(2000).default(''),
    dueAt: instant.optional(),
    readers: readers.optional(),
  }),
  reply: z.object({ assignmentId: id, dueAt: instant }),
});
export const recallChild = route({
  method: 'POST',
  path: '/dispatch/:orderId/assignments/:assignmentId/recall',
  summary: 'Take a delegated duty back',
  params: assignmentParams,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  reply: done,
});
export const delegateTargets = route({
  method: 'GET',
  path: '/dispatch/:orderId/assignments/:assignmentId/targets',
  summary: 'Units one may delegate this duty to',
  params: assignmentParams,
  reply: z.object({ rows: z.array(unitBrief) }),
});

export const possibleReaders = route({
  method: 'GET',
  path: '/dispatch/readers',
  summary: 'Whom an order of secrecy 3 may be entrusted to: people of a unit and of those above it',
  query: z.object({ unit: unitCode }),
  reply: z.object({
    unit: unitBrief,
    rows: z.array(z.object({ id, name: z.string(), unit: unitBrief, maySignOff: z.boolean() })),
  }),
});
export const nameReaders = route({
  method: 'POST',
  path: '/dispatch/:orderId/assignments/:assignmentId/readers',
  summary:
    'Name who alone reads this order of secrecy 3 in the unit that holds the duty (专人专办)',
  params: assignmentParams,
  body: z.object({ readers }),
  reply: done,
});

export const listRowProposals = route({
  method: 'GET',
  path: '/dispatch/row-proposals',
  summary: 'Rows of the catalogue proposed by precedents that were followed three times',
  reply: z.object({
    rows: z.array(
      z.object({
        id,
        matter: z.string(),
        matterName: z.string(),
        areaName: z.string(),
        lead: z.string(),
        leadName: z.string(),
        basis: z.string(),
        state: z.enum(rowProposalStates),
        proposedAt: instant,
        decidedAt: instant.nullable(),
        why: z.string().nullable(),
        rowId: z.string().nullable(),
      }),
    ),
  }),
});
export const decideRow = route({
  method: 'POST',
  path: '/dispatch/row-proposals/:proposalId/decide',
  summary: 'Make a proposed row one of the catalogue, or refuse it with a reason',
  params: z.object({ proposalId: id }),
  body: z.object({ accepted: z.boolean(), why: z.string().trim().max(300).default('') }),
  reply: done,
});

export const dispatchRefusals = {
  'dispatch.no-such-proposal': [404, '没有找到这条目录增补建议。'],
  'dispatch.proposal-decided': [409, '这条目录增补建议已经有人决定,请刷新页面。'],
  'dispatch.proposal-why': [422, '不采纳请说明原因。'],
  'dispatch.unit-closed': [409, '“{unit}”目前不接收工单,请改选其他单位。'],
  'dispatch.second-lead': [409, '一件工单只能有一个主办单位,“{unit}”已是主办。'],
  'dispatch.no-lead': [422, '请选择一个主办单位。'],
  'dispatch.same-unit-twice': [422, '“{unit}”被选了两次,请去掉一个。'],
  'dispatch.grassroots-guard': [
    409,
    '按派单目录“{matter}”应由{level}办理,不得派给基层“{unit}”(国办函〔2025〕66号(五))。',
  ],
  'dispatch.guard-reason': [422, '请说明为什么需要基层“{unit}”协助。'],
  'dispatch.claimed': [409, '这件工单正由 {name} 处理,请稍候或改办其他工单。'],
  'dispatch.undo-late': [409, '已超过 60 秒或已有单位签收,不能撤销;如派错请用“改派”。'],
  'dispatch.not-below': [422, '“{unit}”不在本单位辖内,不能下派。'],
  'dispatch.limit-exceeds': [422, '下派时限不能晚于本级剩余时限({dueAt})。'],
  'dispatch.not-for-readers': [409, '这件工单不是专人专办,本单位办理人员都能看到,不需要指定。'],
  'dispatch.readers-nobody': [422, '请至少指定一位办理人:一位也不留,就没有人能看到这件工单了。'],
  'dispatch.readers-nobody-signs': [
    422,
    '主办单位的答复要由分管领导签批,请至少再指定一位有签批权的人(可以是您自己)。',
  ],
  'dispatch.reader-unfit': [
    422,
    '指定的{name}不能办理“{unit}”的工单:要是本单位或其上级单位的在用账号,并且有办理权。',
  ],
  'dispatch.no-such-assignment': [404, '没有找到这项承办任务。'],
} as const;
