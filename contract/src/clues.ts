import { z } from 'zod';
import { route } from './route.ts';
import { areaCode, cursor, day, done, id, instant, page, point, unitBrief } from './shapes.ts';
import {
  checkOutcomes,
  clueBoxes,
  clueFigures,
  clueLikenesses,
  clueResults,
  clueStates,
  keepReasons,
  tellWays,
} from './words/clues.ts';
import { removalKinds } from './words/release.ts';

export const clueParams = z.object({ clueId: id });
export const clueWords = z.string().trim().min(4).max(500);
const some = z.number().int();

/** What the pack says, and no more: of whom, where, what. */
export const clueFacts = {
  kind: z.string().max(40),
  subject: z.string().trim().min(2).max(60),
  place: z.string().trim().min(2).max(120),
  areaCode,
  point: point.nullable().optional(),
  facts: z.string().trim().min(10).max(2000),
};

export const listKinds = route({
  method: 'GET',
  path: '/clues/kinds',
  summary: 'Kinds of violation clues, what each rests on and who looks into it',
  reply: z.object({
    rows: z.array(
      z.object({ code: z.string(), name: z.string(), basis: z.string(), unit: z.string() }),
    ),
  }),
});

export const draftFromOrder = route({
  method: 'GET',
  path: '/clues/draft/:orderId',
  summary: 'Words, place and photos of an order with whoever asked taken out, to begin a clue with',
  params: z.object({ orderId: id }),
  reply: z.object({
    subject: z.string(),
    place: z.string(),
    areaCode,
    facts: z.string(),
    photos: z.array(z.object({ id, name: z.string() })),
    /** 已标记的线索 of this order, of those this person may know of. */
    marked: z.array(z.object({ no: z.string(), clueId: id.nullable(), state: z.enum(clueStates) })),
  }),
});

export const markClue = route({
  method: 'POST',
  path: '/clues',
  summary: 'Mark a violation clue (标记线索), on an order or without one',
  body: z.object({
    orderId: id.optional(),
    ...clueFacts,
    /** 挑选的照片 of the order. */
    photoIds: z.array(id).max(9),
    /** One's own uploads. */
    fileIds: z.array(id).max(9),
  }),
  reply: z.object({ clueId: id, no: z.string() }),
});

const clueRow = z.object({
  id,
  no: z.string(),
  kind: z.string(),
  kindName: z.string(),
  subject: z.string(),
  place: z.string(),
  areaName: z.string(),
  state: z.enum(clueStates),
  result: z.enum(clueResults).nullable(),
  unit: unitBrief.nullable(),
  markedAt: instant,
  receiptDueAt: instant.nullable(),
  isLate: z.boolean(),
  /** How many of what a figure counts stand in this clue; 1 for the clue itself. */
  counted: some,
});

export const cluePeriod = { from: day, to: day };

export const listClues = route({
  method: 'GET',
  path: '/clues',
  summary: 'Violation clues, the latest first; with a figure exactly those it counts',
  query: z.object({
    box: z.enum(clueBoxes),
    kind: z.string().max(40).optional(),
    figure: z.enum(clueFigures).optional(),
    from: day.optional(),
    to: day.optional(),
    cursor: cursor.optional(),
  }),
  reply: page(clueRow),
});

export const finding = z.object({
  kind: z.enum(removalKinds),
  words: z.string(),
  /** 诉求人的信息: never stays. */
  isReporter: z.boolean(),
  kept: z.enum(keepReasons).nullable(),
});
export const cluePhoto = z.object({
  id,
  name: z.string(),
  mime: z.string(),
  isLookedAt: z.boolean(),
});
export const clueCheck = z.object({
  id,
  no: some,
  units: z.array(unitBrief),
  on: day,
  place: z.string(),
  visitId: id,
  outcome: z.enum(checkOutcomes).nullable(),
  findings: z.string().nullable(),
  caseNo: z.string().nullable(),
  penaltyFen: some.nullable(),
});
const sending = z.object({
  no: some,
  unit: unitBrief,
  basis: z.string(),
  sentBy: z.string(),
  sentAt: instant,
  receiptDueAt: instant,
  receiptAt: instant.nullable(),
  isLate: z.boolean(),
  accepted: z.boolean().nullable(),
  words: z.string().nullable(),
  /** 撤回: whatever the unit had receipted or accepted is void. */
  recalled: z.object({ by: z.string(), at: instant, words: z.string() }).nullable(),
});
const source = z.object({
  orderId: id,
  /** Null: an order this person may not open. */
  orderNo: z.string().nullable(),
  markedBy: z.string(),
  markedAt: instant,
  isNamed: z.boolean(),
  hasPhone: z.boolean(),
  /** The unit that has the clue has had the order in hand by now: it may know whose words these are. */
  isKnownToUnit: z.boolean(),
  feedback: z
    .object({
      way: z.enum(tellWays),
      words: z.string(),
      writtenBy: z.string(),
      sentBack: z.string().nullable(),
      approvedBy: z.string().nullable(),
      toldAt: instant.nullable(),
    })
    .nullable(),
  canFeedback: z.boolean(),
  canApprove: z.boolean(),
});

export const readClue = route({
  method: 'GET',
  path: '/clues/:clueId',
  summary:
    'One clue as the centre sees it: pack, findings of the scan, where it went, what became of it',
  params: clueParams,
  reply: clueRow.extend({
    areaCode,
    point: point.nullable(),
    facts: z.string(),
    basis: z.string(),
    subjectId: id,
    markedBy: z.string(),
    signedBy: z.string().nullable(),
    closing: z.object({ words: z.string(), at: instant, by: z.string() }).nullable(),
    joinedTo: z.object({ id, no: z.string() }).nullable(),
    findings: z.array(finding),
    photos: z.array(cluePhoto),
    sources: z.array(source),
    like: z.array(
      z.object({
        id,
        no: z.string(),
        subject: z.string(),
        place: z.string(),
        state: z.enum(clueStates),
        markedAt: instant,
        reasons: z.array(z.enum(clueLikenesses)),
      }),
    ),
    sendings: z.array(sending),
    checks: z.array(clueCheck),
    suggestedUnit: unitBrief.nullable(),
    can: z.object({
      change: z.boolean(),
      sign: z.boolean(),
      send: z.boolean(),
      recall: z.boolean(),
      close: z.boolean(),
      feedback: z.boolean(),
    }),
  }),
});

const onClue = <Body extends z.ZodRawShape>(
  tail:
    | 'change'
    | 'keep'
    | 'photo'
    | 'join'
    | 'sign'
    | 'send'
    | 'recall'
    | 'close'
    | 'feedback'
    | 'approve',
  summary: string,
  body: Body,
) =>
  route({
    method: 'POST',
    path: `/clues/:clueId/${tail}`,
    summary,
    params: clueParams,
    body: z.object(body),
    reply: done,
  });

export const changePack = onClue(
  'change',
  'Write the pack anew; a signature of before no longer counts',
  clueFacts,
);
export const keepFinding = onClue('keep', 'Say why words the scan found stay in the pack', {
  words: z.string().min(1).max(200),
  reason: z.enum(keepReasons),
});
export const lookAtPhoto = onClue(
  'photo',
  'Say that a photo shows nobody who told of it, or take it out',
  {
    fileId: id,
    isClear: z.boolean(),
  },
);
export const joinClue = onClue('join', 'Join a clue to an earlier one (并入)', {
  into: id,
  words: clueWords,
});
export const signPack = onClue('sign', 'Sign the pack, by another person than who wrote it', {});
export const sendClue = onClue('send', 'Hand the clue to a competent unit (抄报)', {
  unit: z.string().max(40),
});
export const recallClue = onClue(
  'recall',
  'Take a clue back (撤回) from a unit that stays silent; its receipt is void, and it may be handed to another',
  { words: clueWords },
);
export const closeClue = onClue('close', 'Close a clue that nobody takes, or that is none', {
  result: z.enum(['not-taken', 'no-clue']),
  words: clueWords,
});
export const writeFeedback = onClue('feedback', 'Write what whoever told of it may hear', {
  orderId: id,
  way: z.enum(tellWays),
  words: z.string().trim().min(4).max(200),
});
export const approveFeedback = onClue(
  'approve',
  'Approve a feedback, by another person; it is told at once',
  {
    orderId: id,
    approved: z.boolean(),
    words: z.string().trim().max(200),
  },
);
