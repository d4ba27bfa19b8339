import { z } from 'zod';
import { route } from '../route.ts';
import { cursor, instant, page } from '../shapes.ts';
import { pieceKinds } from '../words/media.ts';

const count = z.number().int();

const correction = z.object({ at: instant, reason: z.string() });

const shown = {
  no: count,
  kind: z.enum(pieceKinds),
  /** 撤回的稿件 shows neither title nor words any more. */
  title: z.string(),
  publishedAt: instant,
  corrections: z.array(correction),
  withdrawn: correction.nullable(),
};

/** 民生报道与热点问答: what three people signed, corrections and withdrawals with it. */
export const publicPieces = route({
  method: 'GET',
  path: '/public/media',
  summary: 'Published pieces, the latest first, and when leaders answer the telephone next',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(z.object(shown)).extend({
    days: z.array(
      z.object({
        leader: z.string(),
        unit: z.string(),
        startsAt: instant,
        endsAt: instant,
        theme: z.string(),
      }),
    ),
  }),
});

export const publicPiece = route({
  method: 'GET',
  path: '/public/media/:no',
  summary: 'One published piece; that somebody read it is counted, not who',
  params: z.object({ no: z.coerce.number().int().min(1).max(2_000_000_000) }),
  reply: z.object({
    ...shown,
    words: z.string(),
    clipUrl: z.string().nullable(),
    /** 报道的事办到哪里: of the orders it rests on. */
    orders: count,
    solved: count,
  }),
});
