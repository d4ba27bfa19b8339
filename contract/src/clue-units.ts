import { z } from 'zod';
import { clueCheck, clueParams, cluePhoto, clueWords } from './clues.ts';
import { route } from './route.ts';
import { cursor, day, done, id, instant, page, unitCode } from './shapes.ts';
import { checkOutcomes, clueResults } from './words/clues.ts';

/** What a unit reads of a clue: neither an order nor anybody who told of it stands in any of these shapes. */
const receivedRow = z.object({
  id,
  no: z.string(),
  kindName: z.string(),
  subject: z.string(),
  place: z.string(),
  areaName: z.string(),
  /** `joint`: another unit leads, this one takes part in a check. */
  state: z.enum(['to-receipt', 'to-answer', 'accepted', 'settled', 'joint']),
  sentAt: instant.nullable(),
  receiptDueAt: instant.nullable(),
  isLate: z.boolean(),
});

export const listReceived = route({
  method: 'GET',
  path: '/clues/received',
  summary: 'Clues handed to one’s own unit, the latest first',
  query: z.object({ box: z.enum(['open', 'all']), cursor: cursor.optional() }),
  reply: page(receivedRow),
});

export const readReceived = route({
  method: 'GET',
  path: '/clues/received/:clueId',
  summary: 'One clue as the unit sees it: the pack, and the checks it planned',
  params: clueParams,
  reply: receivedRow.extend({
    facts: z.string(),
    basis: z.string(),
    photos: z.array(cluePhoto.omit({ isLookedAt: true })),
    checks: z.array(clueCheck),
    result: z.enum(clueResults).nullable(),
    can: z.object({
      receipt: z.boolean(),
      answer: z.boolean(),
      plan: z.boolean(),
      settle: z.boolean(),
    }),
  }),
});

export const receiptClue = route({
  method: 'POST',
  path: '/clues/received/:clueId/receipt',
  summary: 'Receipt a clue (签收回执)',
  params: clueParams,
  reply: done,
});

export const answerClue = route({
  method: 'POST',
  path: '/clues/received/:clueId/answer',
  summary: 'Accept a clue, or decline it with a reason',
  params: clueParams,
  body: z.object({ accepted: z.boolean(), words: z.string().trim().max(500) }),
  reply: done,
});

export const planCheck = route({
  method: 'POST',
  path: '/clues/received/:clueId/checks',
  summary: 'Plan a joint check (联查): units, day, place, checklist',
  params: clueParams,
  body: z.object({
    units: z.array(unitCode).max(10),
    on: day,
    place: z.string().trim().min(2).max(120),
    checklist: z.string().max(40),
  }),
  reply: z.object({ checkId: id, visitId: id }),
});

export const reportCheck = route({
  method: 'POST',
  path: '/clues/received/:clueId/checks/:checkId/report',
  summary: 'Say what was found at one place; its photos are those of the visit',
  params: clueParams.extend({ checkId: id }),
  body: z.object({
    outcome: z.enum(checkOutcomes),
    findings: clueWords,
    caseNo: z.string().trim().max(60).optional(),
    penaltyFen: z.number().int().min(0).max(100_000_000_00).optional(),
  }),
  reply: done,
});

export const settleClue = route({
  method: 'POST',
  path: '/clues/received/:clueId/settle',
  summary: 'Say that the clue is dealt with, once every planned check is reported',
  params: clueParams,
  body: z.object({ words: clueWords }),
  reply: done,
});
