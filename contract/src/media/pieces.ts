import { z } from 'zod';
import { route } from '../route.ts';
import { cursor, done, id, instant, orderNo, page } from '../shapes.ts';
import { basisKinds, pieceBoxes, pieceKinds, pieceStates, reviewSteps } from '../words/media.ts';
import { orderStatuses } from '../words/order.ts';
import { removalKinds } from '../words/release.ts';

const count = z.number().int();
const pieceParams = z.object({ pieceId: id });
/** An order's, campaign's, ledger's or node's id; a mechanism's or a knowledge entry's code. */
const ref = z.string().min(1).max(60);
const basis = z.object({ kind: z.enum(basisKinds), ref });
const nobody = z.array(z.string().trim().min(1).max(20)).max(50);

const wording = {
  title: z.string().trim().min(4).max(80),
  words: z.string().trim().min(20).max(6000),
  /** 短片地址, where it was broadcast. */
  clipUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  /** 短片里有当事人出镜或具名. */
  showsPerson: z.boolean(),
};

export const listTopics = route({
  method: 'GET',
  path: '/media/topics',
  summary: 'What may be written about, without anything that leads to a person (选题)',
  query: z.object({ kind: z.enum(basisKinds) }),
  reply: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(basisKinds),
        ref,
        title: z.string(),
        words: z.string(),
        /** 有多少人反映、多少人问: what it is ranked by, where it is. */
        weight: count.nullable(),
      }),
    ),
    shownCap: count,
  }),
});

export const writePiece = route({
  method: 'POST',
  path: '/media/pieces',
  summary: 'Write a story, a hot question or a progress column',
  body: z.object({ kind: z.enum(pieceKinds), restsOn: z.array(basis).min(1).max(20), ...wording }),
  reply: z.object({ pieceId: id }),
});

export const rewritePiece = route({
  method: 'POST',
  path: '/media/pieces/:pieceId/words',
  summary:
    'Write a piece anew: what was signed of the former words is gone; of a published one a correction',
  params: pieceParams,
  body: z.object({ ...wording, reason: z.string().trim().max(200).default('') }),
  reply: z.object({ wordsNo: count }),
});

export const signPiece = route({
  method: 'POST',
  path: '/media/pieces/:pieceId/sign',
  summary:
    'Sign the next of three reviews of this very wording, or send it back; the last one publishes',
  params: pieceParams,
  body: z.object({
    wordsNo: count.min(1),
    step: z.enum(reviewSteps),
    agreed: z.boolean(),
    words: z.string().trim().min(2).max(500),
    nobody: nobody.default([]),
  }),
  reply: z.object({ isPublished: z.boolean() }),
});

export const withdrawPiece = route({
  method: 'POST',
  path: '/media/pieces/:pieceId/withdraw',
  summary: 'Take a published piece off at once; the reason is public',
  params: pieceParams,
  body: z.object({ reason: z.string().trim().min(4).max(200) }),
  reply: done,
});

const pieceRow = z.object({
  id,
  /** 公开编号; null until it is published. */
  no: count.nullable(),
  kind: z.enum(pieceKinds),
  state: z.enum(pieceStates),
  title: z.string(),
  wordsNo: count,
  writtenBy: z.string(),
  writtenAt: instant,
  publishedAt: instant.nullable(),
  /** Who signs next; null: all have, or it was sent back. */
  next: z.enum(reviewSteps).nullable(),
  isSentBack: z.boolean(),
});

export const listPieces = route({
  method: 'GET',
  path: '/media/pieces',
  summary: 'Pieces of the media desk, the latest first',
  query: z.object({ box: z.enum(pieceBoxes), cursor: cursor.optional() }),
  reply: page(pieceRow).extend({ can: z.object({ work: z.boolean() }) }),
});

export const readPiece = route({
  method: 'GET',
  path: '/media/pieces/:pieceId',
  summary:
    'One piece: its wordings, signatures, what the scan finds, and from the story to orders and results',
  params: pieceParams,
  reply: pieceRow.extend({
    words: z.string(),
    clipUrl: z.string().nullable(),
    showsPerson: z.boolean(),
    reason: z.string().nullable(),
    scan: z.array(
      z.object({ kind: z.enum(removalKinds), words: z.string(), mayBeNobody: z.boolean() }),
    ),
    signs: z.array(
      z.object({
        wordsNo: count,
        step: z.enum(reviewSteps),
        agreed: z.boolean(),
        words: z.string(),
        by: z.string(),
        at: instant,
        isOld: z.boolean(),
      }),
    ),
    corrections: z.array(z.object({ at: instant, reason: z.string() })),
    withdrawn: z.object({ at: instant, reason: z.string(), by: z.string() }).nullable(),
    basis: z.array(basis.extend({ label: z.string() })),
    orders: z.array(
      z.object({
        id,
        orderNo,
        status: z.enum(orderStatuses),
        isAccepted: z.boolean(),
        isSolved: z.boolean(),
        closedAt: instant.nullable(),
        tipNo: count.nullable(),
        /** 本人同意出镜或具名; null: it did not come as a tip. */
        mayAppear: z.boolean().nullable(),
        mayOpen: z.boolean(),
      }),
    ),
    reads: count,
    can: z.object({ write: z.boolean(), sign: z.boolean(), withdraw: z.boolean() }),
  }),
});
