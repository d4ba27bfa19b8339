import { z } from 'zod';
import { route } from './route.ts';
import { day, done, id, instant } from './shapes.ts';
import { clueRisks, progressStages } from './words/exchange.ts';
import { linkageActs, linkageLists, linkageMechanisms, linkageStates } from './words/linkage.ts';

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
        listRow: z.string().nullable(),
        basis: z.string().nullable(),
        askedAt: instant,
        acceptedAt: instant.nullable(),
        endedAt: instant.nullable(),
      }),
    ),
    mayReportClue: z.boolean(),
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

/** 按机制统计. */
export const linkageFigures = route({
  method: 'GET',
  path: '/linkage/figures',
  summary: 'Linkage between two days by mechanism and kind: asked, accepted, returned, fed back',
  query: z.object({ from: day, until: day }),
  reply: z.object({
    rows: z.array(
      z.object({
        act: z.enum(linkageActs),
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
  'linkage.no-link': [409, '与110的线路没有接通,请直接打电话。'],
} as const;
