import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { reviewSteps } from '@minsheng/contract/words/media.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { accountNames } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { leftOf } from '../redaction/index.ts';
import { type Basis, basisOf, tipsOfOrders } from './basis.repo.ts';
import { isAccepted, resultsOf } from './order-results.repo.ts';
import {
  findPiece,
  type Piece,
  piecesIn,
  type Sign,
  signsOf,
  type Wording,
  wordingsOf,
} from './pieces.repo.ts';
import { maySign, mayWithdraw, mayWork, nextStep } from './policy.ts';
import { readsOf } from './reads.repo.ts';
import { nobodyIn, scanPiece } from './scan-piece.ts';

type List = ReplyOf<typeof contract.listPieces>;
type Reply = ReplyOf<typeof contract.readPiece>;
type Row = List['rows'][number];

/** 稿件列表, the latest first. */
export async function listPieces(
  ctx: Context,
  { box, cursor }: InputOf<typeof contract.listPieces>,
): Promise<List> {
  const before = placeOf(cursor)?.id ?? null;
  const read = await piecesIn(ctx, { box, before, most: pageRows + 1 });
  const { shown, next } = cutPage(
    read.map((piece) => ({ ...piece, by: piece.written_at.toISOString() })),
  );
  const ids = shown.map(({ id }) => id);
  const [wordings, signs, names] = await Promise.all([
    wordingsOf(ctx, ids),
    signsOf(ctx, ids),
    accountNames(
      ctx,
      shown.map(({ written_by }) => written_by),
    ),
  ]);
  return {
    rows: shown.map((piece) => rowOf(piece, { wordings, signs, names })),
    next,
    shownCap: pageRows,
    can: { work: mayWork(ctx.actor).allowed },
  };
}

interface Beside {
  readonly wordings: readonly Wording[];
  readonly signs: readonly Sign[];
  readonly names: ReadonlyMap<string, string>;
}

const newest = (piece: Piece, wordings: readonly Wording[]): Wording | undefined =>
  wordings.find(({ piece_id, no }) => piece_id === piece.id && no === piece.words_no);

const signsOfNewest = (piece: Piece, signs: readonly Sign[]): Sign[] =>
  signs.filter(({ piece_id, words_no }) => piece_id === piece.id && words_no === piece.words_no);

function rowOf(piece: Piece, { wordings, signs, names }: Beside): Row {
  const own = signsOfNewest(piece, signs);
  return {
    id: piece.id,
    no: piece.no,
    kind: piece.kind,
    state: piece.state,
    title: newest(piece, wordings)?.title ?? '',
    wordsNo: piece.words_no,
    writtenBy: names.get(piece.written_by ?? '') ?? '',
    writtenAt: piece.written_at.toISOString(),
    publishedAt: piece.published_at?.toISOString() ?? null,
    next: piece.to_sign ? nextStep(own) : null,
    isSentBack: own.some(({ agreed }) => !agreed),
  };
}

/** 一篇稿件, and from it to the orders and what became of them. */
export async function readPiece(
  ctx: Context,
  { pieceId }: InputOf<typeof contract.readPiece>,
): Promise<Reply> {
  const piece = await findPiece(ctx, pieceId);
  const [wordings, signs, basis, reads] = await Promise.all([
    wordingsOf(ctx, [pieceId]),
    signsOf(ctx, [pieceId]),
    basisOf(ctx, [pieceId]),
    readsOf(ctx, [pieceId]),
  ]);
  const names = await accountNames(ctx, [
    piece.written_by,
    piece.withdrawn_by,
    ...signs.map(({ by_id }) => by_id),
  ]);
  const wording = newest(piece, wordings);
  const own = signsOfNewest(piece, signs);
  const scan = wording ? leftOf(await scanPiece(ctx, wording), nobodyIn(own)) : [];
  return {
    ...rowOf(piece, { wordings, signs, names }),
    words: wording?.words ?? '',
    clipUrl: wording?.clip_url ?? null,
    showsPerson: wording?.shows_person ?? false,
    reason: wording?.reason ?? null,
    scan,
    signs: signs.map((sign) => signView(sign, piece, names)),
    corrections: correctionsIn(wordings),
    withdrawn: withdrawnOf(piece, names),
    basis: basis.map(({ kind, ref, label }) => ({ kind, ref, label })),
    orders: await ordersOf(ctx, basis),
    reads: reads.get(pieceId) ?? 0,
    can: canOf(ctx, piece, { writtenBy: wording?.written_by ?? null, signs: own }),
  };
}

const signView = (sign: Sign, piece: Piece, names: ReadonlyMap<string, string>) => ({
  wordsNo: sign.words_no,
  step: sign.step,
  agreed: sign.agreed,
  words: sign.words,
  by: names.get(sign.by_id) ?? '',
  at: sign.at.toISOString(),
  isOld: sign.words_no < piece.words_no,
});

/** 更正: wordings that were published after another. */
export const correctionsIn = (wordings: readonly Wording[]): { at: string; reason: string }[] =>
  wordings.flatMap(({ shown_at: at, reason }) =>
    at && reason !== null ? [{ at: at.toISOString(), reason }] : [],
  );

function withdrawnOf(piece: Piece, names: ReadonlyMap<string, string>): Reply['withdrawn'] {
  const { withdrawn_at: at, withdrawn_reason: reason, withdrawn_by: by } = piece;
  if (at === null) return null;
  return { at: at.toISOString(), reason: reason ?? '', by: names.get(by ?? '') ?? '' };
}

function canOf(
  { actor }: Context,
  piece: Piece,
  reviewed: { writtenBy: string | null; signs: readonly Sign[] },
): Reply['can'] {
  const signs = reviewSteps.some((step) => maySign(actor, reviewed, step).allowed);
  return {
    write: mayWork(actor).allowed && piece.state !== 'withdrawn',
    sign: piece.to_sign && signs,
    withdraw: mayWithdraw(actor).allowed && piece.state === 'published',
  };
}

async function ordersOf(ctx: Context, basis: readonly Basis[]): Promise<Reply['orders']> {
  const ids = basis.flatMap(({ orderId }) => orderId ?? []);
  const [results, tips, seen] = await Promise.all([
    resultsOf(ctx, ids),
    tipsOfOrders(ctx, ids),
    orders.visibleAmong(ctx, ids),
  ]);
  return ids.flatMap((id) => {
    const result = results.get(id);
    if (!result) return [];
    const tip = tips.get(id);
    const { orderNo, status, isSolved } = result;
    return [
      {
        ...{ id, orderNo, status, isSolved, isAccepted: isAccepted(result) },
        closedAt: result.closedAt?.toISOString() ?? null,
        tipNo: tip?.no ?? null,
        mayAppear: tip?.mayAppear ?? null,
        mayOpen: seen.has(id),
      },
    ];
  });
}
