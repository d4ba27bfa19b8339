import type { mediaPublic as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { badInput, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { basisOf } from './basis.repo.ts';
import { resultsOf } from './order-results.repo.ts';
import { type Wording, wordingsOf } from './pieces.repo.ts';
import { daysToCome, type ShownPiece, shownPiece, shownPieces } from './public-pieces.repo.ts';
import { correctionsIn } from './read-pieces.ts';
import { countRead } from './reads.repo.ts';

type List = ReplyOf<typeof contract.publicPieces>;
type Row = List['rows'][number];

const shownCap = 20;
const shownDays = 4;

/** 民生报道: what three people signed, for everybody. */
export async function publicPieces(
  ctx: Context,
  { cursor }: InputOf<typeof contract.publicPieces>,
): Promise<List> {
  const before = cursor === undefined ? null : Number(cursor);
  if (before !== null && !(Number.isInteger(before) && before > 0 && before < 2 ** 31))
    throw badInput(['cursor']);
  const read = await shownPieces(ctx, { before, most: shownCap + 1 });
  const shown = read.slice(0, shownCap);
  const wordings = await wordingsOf(
    ctx,
    shown.map(({ id }) => id),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map((piece) => rowOf(piece, wordings)),
    next: read.length > shownCap && last ? String(last.no) : null,
    shownCap,
    days: await announced(ctx),
  };
}

export function rowOf(piece: ShownPiece, wordings: readonly Wording[]): Row {
  const { no, kind, title, publishedAt, withdrawnAt, withdrawnReason } = piece;
  const own = wordings.filter(({ piece_id }) => piece_id === piece.id);
  return {
    no,
    kind,
    title,
    publishedAt: publishedAt.toISOString(),
    corrections: correctionsIn(own),
    withdrawn: withdrawnAt && {
      at: withdrawnAt.toISOString(),
      reason: withdrawnReason ?? '',
    },
  };
}

async function announced(ctx: Context): Promise<List['days']> {
  const days = await daysToCome(ctx, shownDays);
  const units = await organisation.unitsIfKnown(
    ctx,
    days.map(({ unitCode }) => unitCode),
  );
  return days.map(({ leader, unitCode, startsAt, endsAt, theme }) => ({
    ...{ leader, theme, unit: organisation.briefOf(units, unitCode).name },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}

/** 一篇: opened by somebody, counted as one reading. */
export async function publicPiece(
  ctx: Context,
  { no }: InputOf<typeof contract.publicPiece>,
): Promise<ReplyOf<typeof contract.publicPiece>> {
  const piece = await shownPiece(ctx, no);
  refuseUnless(piece, 'media.no-such-piece');
  const [wordings, basis] = await Promise.all([
    wordingsOf(ctx, [piece.id]),
    basisOf(ctx, [piece.id]),
  ]);
  const ids = basis.flatMap(({ orderId }) => orderId ?? []);
  const results = [...(await resultsOf(ctx, ids)).values()];
  if (piece.withdrawnAt === null) await countRead(ctx, piece.id);
  return {
    ...rowOf(piece, wordings),
    words: piece.words,
    clipUrl: piece.clipUrl,
    orders: results.length,
    solved: results.filter(({ isSolved }) => isSolved).length,
  };
}
