import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { effectCounts } from '@minsheng/contract/words/media.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayAfter, dayStart } from '../../platform/zone.ts';
import * as orders from '../orders/index.ts';
import { basisOf } from './basis.repo.ts';
import { countOrders, mostRead, ordersIn, type Span, subjectsIn } from './effect.repo.ts';
import { countsFromLog, countsNow, solvedFromLog } from './effect-counts.repo.ts';
import { type EffectPiece, effectPieces } from './effect-pieces.repo.ts';
import { type OrderResult, resultsOf } from './order-results.repo.ts';
import { readsOf } from './reads.repo.ts';

type Reply = ReplyOf<typeof contract.readEffect>;
type Orders = ReplyOf<typeof contract.listEffectOrders>;

const mostDays = 366;
const shownPieces = 100;

/** 成效: from stories to orders to results, counted from the tables and again from the log. */
export async function readEffect(
  ctx: Context,
  { from, until }: InputOf<typeof contract.readEffect>,
): Promise<Reply> {
  const span = spanOf(ctx, { from, until });
  const subjects = await subjectsIn(ctx, span);
  const [now, log, ofOrders, solved, reads] = await Promise.all([
    countsNow(ctx, subjects),
    countsFromLog(ctx, subjects),
    countOrders(ctx, span),
    solvedFromLog(ctx, subjects),
    readsOf(ctx, subjects.pieces),
  ]);
  const counts = {
    ...now,
    'orders-solved': ofOrders.solved,
    'orders-solved-after': ofOrders['solved-after'],
  };
  const again = { ...log, ...solved };
  const rows = effectCounts.map((what) => ({ what, count: counts[what], fromLog: again[what] }));
  return {
    ...{ from, until, orders: ofOrders, counts: rows },
    agrees: rows.every(({ count, fromLog }) => count === fromLog),
    isCut: Object.values(subjects).some(({ length }) => length > mostRead),
    reads: [...reads.values()].reduce((sum, one) => sum + one, 0),
    pieces: await pieceRows(ctx, await effectPieces(ctx, span, shownPieces), reads),
    shownCap: shownPieces,
  };
}

/** Both days belong to it. Refuses `media.bad-period`. */
function spanOf({ city }: Context, { from, until }: { from: string; until: string }): Span {
  const end = dayAfter(until, 1);
  const isShort = until <= dayAfter(from, mostDays - 1);
  refuseUnless(from <= until && isShort, 'media.bad-period', { days: mostDays });
  return { from: dayStart(from, city.zone), until: dayStart(end, city.zone) };
}

async function pieceRows(
  ctx: Context,
  pieces: readonly EffectPiece[],
  reads: ReadonlyMap<string, number>,
): Promise<Reply['pieces']> {
  const basis = await basisOf(
    ctx,
    pieces.map(({ id }) => id),
  );
  const results = await resultsOf(
    ctx,
    basis.flatMap(({ orderId }) => orderId ?? []),
  );
  return pieces.map(({ publishedAt, ...piece }) => {
    const own = basis.flatMap(({ pieceId, orderId }): OrderResult[] => {
      const result = pieceId === piece.id ? results.get(orderId ?? '') : undefined;
      return result ? [result] : [];
    });
    const solved = own.filter(({ isSolved }) => isSolved);
    const after = solved.filter(({ closedAt }) => closedAt !== null && closedAt > publishedAt);
    return {
      ...piece,
      publishedAt: publishedAt.toISOString(),
      orders: own.length,
      solved: solved.length,
      solvedAfter: after.length,
      reads: reads.get(piece.id) ?? 0,
    };
  });
}

/** 数字背后的工单. */
export async function listEffectOrders(
  ctx: Context,
  { from, until, box, cursor }: InputOf<typeof contract.listEffectOrders>,
): Promise<Orders> {
  const span = spanOf(ctx, { from, until });
  const before = placeOf(cursor)?.id ?? null;
  const read = await ordersIn(ctx, span, { box, before, most: pageRows + 1 });
  const places = read.map((row) => ({ row, id: row.tipId, by: String(row.tipNo) }));
  const { shown, next } = cutPage(places);
  const seen = await orders.visibleAmong(
    ctx,
    shown.map(({ row }) => row.id),
  );
  return {
    rows: shown.map(({ row: { tipId: _, isOpen: _open, isAfter: _after, ...row } }) => ({
      ...row,
      closedAt: row.closedAt?.toISOString() ?? null,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      mayOpen: seen.has(row.id),
    })),
    next,
    shownCap: pageRows,
  };
}
