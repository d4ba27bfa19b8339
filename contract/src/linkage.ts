import { z } from 'zod';
import { route } from './route.ts';
import { day, done, id, instant, unitCode } from './shapes.ts';
import { clueRisks, progressStages } from './words/exchange.ts';
import {
  consultReasons,
  linkageActs,
  linkageLists,
  linkageMechanisms,
  linkageStates,
  linkageSumActs,
  mediationResults,
  partyRoles,
} from './words/linkage.ts';
import { meetingStates } from './words/meetings.ts';
import { orderStatuses, urgencies } from './words/order.ts';

/** 互转事项清单: what both lines signed, found by name, code or the words somebody says. */
/** A POST: what a caller said does not stand in an address. */
export const listLinkageRows = route({
  method: 'POST',
  path: '/linkage/rows',
  summary: 'Rows of a co-signed list (互转事项清单) that fit what is typed or said',
  body: z.object({ list: z.enum(linkageLists), q: z.string().trim().max(500).default('') }),
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        category: z.string(),
        item: z.string(),
        version: z.string(),
        signedOn: z.string(),
        /** 演示数据: no city signed it. */
        isInvented: z.boolean(),
      }),
    ),
    /** More fit than are shown. */
    hasMore: z.boolean(),
  }),
});

const orderParams = z.object({ orderId: id });

const parties = z
  .array(z.object({ role: z.enum(partyRoles), count: z.int().min(1).max(10_000) }))
  .min(1)
  .max(partyRoles.length);
const mediators = z.string().trim().min(2).max(100);

const mediation = z.object({
  id,
  at: instant,
  place: z.string(),
  parties,
  ours: z.string(),
  theirs: z.string(),
  result: z.enum(mediationResults),
  /** The agreement, or why there is none. */
  words: z.string(),
  taskId: id.nullable(),
});

/** 两边的状态. */
export const orderLinkage = route({
  method: 'GET',
  path: '/linkage/orders/:orderId',
  summary: 'What passed between 12345 and 110 about an order, and how far they are',
  params: orderParams,
  reply: z.object({
    rows: z.array(
      z.object({
        id,
        act: z.enum(linkageActs),
        mechanism: z.enum(linkageMechanisms),
        state: z.enum(linkageStates),
        /** The other side has it, by a signed receipt. */
        isReceipted: z.boolean(),
        stage: z.enum(progressStages).nullable(),
        theirNo: z.string().nullable(),
        /** The other line's own mark of the call, by which its recording is found. */
        callRef: z.string().nullable(),
        listRow: z.string().nullable(),
        basis: z.string().nullable(),
        askedAt: instant,
        acceptedAt: instant.nullable(),
        endedAt: instant.nullable(),
      }),
    ),
    mediations: z.array(mediation),
    mayReportClue: z.boolean(),
    mayMediate: z.boolean(),
  }),
});

/** 涉稳线索. */
export const reportClue = route({
  method: 'POST',
  path: '/linkage/orders/:orderId/clue',
  summary: 'Hand a clue that touches public stability to 110 at once',
  params: orderParams,
  body: z.object({ words: z.string().trim().min(4).max(2000), risk: z.enum(clueRisks) }),
  reply: done,
});

/** 联合调解. */
export const recordMediation = route({
  method: 'POST',
  path: '/linkage/orders/:orderId/mediations',
  summary: 'Record a mediation by both lines: who by role and number, result, agreement, follow-up',
  params: orderParams,
  body: z.object({
    place: z.string().trim().min(2).max(100),
    parties,
    /** Posts, no names. */
    ours: mediators,
    theirs: mediators,
    result: z.enum(mediationResults),
    words: z.string().trim().min(4).max(2000),
    followUp: z
      .object({
        unit: unitCode,
        title: z.string().trim().min(4).max(80),
        wanted: z.string().trim().min(4).max(2000),
        finishOn: day,
      })
      .optional(),
  }),
  reply: z.object({ mediationId: id }),
});

/** 会商议题建议. */
export const proposeConsultation = route({
  method: 'GET',
  path: '/linkage/consultations/proposals',
  summary: 'Orders a consultation might be about: disputed, a clue that is open, urgent and late',
  reply: z.object({
    rows: z.array(
      z.object({
        orderId: id,
        orderNo: z.string(),
        title: z.string(),
        urgency: z.enum(urgencies),
        status: z.enum(orderStatuses),
        reasons: z.array(z.enum(consultReasons)),
      }),
    ),
    can: z.object({ plan: z.boolean() }),
  }),
});

/** 双线会商. */
export const planConsultation = route({
  method: 'POST',
  path: '/linkage/consultations',
  summary: 'Plan a consultation of both lines about the orders a person picked; it is a meeting',
  body: z.object({
    startsAt: instant,
    place: z.string().trim().min(2).max(100),
    units: z.array(unitCode).min(1).max(40),
    orderIds: z.array(id).min(1).max(20),
  }),
  reply: z.object({ meetingId: id }),
});

export const listConsultations = route({
  method: 'GET',
  path: '/linkage/consultations',
  summary: 'Consultations, the latest first, with what was decided and is still open',
  reply: z.object({
    rows: z.array(
      z.object({
        meetingId: id,
        title: z.string(),
        state: z.enum(meetingStates),
        startsAt: instant,
        decisions: z.int(),
        open: z.array(
          z.object({ taskId: id, title: z.string(), unitName: z.string(), dueAt: instant }),
        ),
      }),
    ),
    shownCap: z.int(),
  }),
});

/** 按机制统计. */
export const linkageFigures = route({
  method: 'GET',
  path: '/linkage/figures',
  summary: 'Linkage between two days by mechanism and kind: asked, accepted, returned, fed back',
  query: z.object({ from: day, until: day }),
  reply: z.object({
    rows: z.array(
      z.object({
        act: z.enum(linkageSumActs),
        mechanism: z.enum(linkageMechanisms),
        asked: z.int(),
        accepted: z.int(),
        returned: z.int(),
        done: z.int(),
      }),
    ),
  }),
});

export const linkageRefusals = {
  'linkage.not-linked': [409, '这件工单没有与110联动过,不需要联合调解记录。'],
  'linkage.no-link': [409, '与110的线路没有接通,请直接打电话。'],
} as const;
