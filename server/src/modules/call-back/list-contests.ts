import type { contest as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { dayStart } from '../../platform/zone.ts';
import { type Contest, upheldByCode, upheldIn, waitingAt } from './contests.repo.ts';
import { rowsOf } from './rows-of.ts';

/** 待复核 of one level, the oldest first. */
export async function listContests(
  ctx: Context,
  { level, cursor }: InputOf<typeof contract.listContests>,
): Promise<ReplyOf<typeof contract.listContests>> {
  const read = await waitingAt(ctx, { level, after: placeOf(cursor) });
  const { shown, next } = cutPage(placed(read));
  const rows = await rowsOf(ctx, shown);
  return {
    rows: rows.map(({ order, unit, one }) => ({ order, unit, code: one.code })),
    next,
    shownCap: pageRows,
  };
}

/** 剔除清单 of a month, with how many of each code. */
export async function listExclusions(
  ctx: Context,
  { month, cursor }: InputOf<typeof contract.listExclusions>,
): Promise<ReplyOf<typeof contract.listExclusions>> {
  const span = spanOf(month, ctx.city.zone);
  const [read, counts] = await Promise.all([
    upheldIn(ctx, { ...span, after: placeOf(cursor), most: pageRows + 1 }),
    upheldByCode(ctx, span),
  ]);
  const { shown, next } = cutPage(placed(read));
  const rows = await rowsOf(ctx, shown);
  return {
    counts,
    rows: rows.map(({ order, unit, one }) => ({
      order,
      unit,
      code: one.code,
      level: one.level,
      at: one.moved_at.toISOString(),
    })),
    next,
    shownCap: pageRows,
  };
}

export const spanOf = (month: string, zone: string) => ({
  from: dayStart(`${month}-01`, zone),
  until: dayStart(`${monthAfter(month)}-01`, zone),
});

function monthAfter(month: string): string {
  const [year = 0, no = 0] = month.split('-').map(Number);
  return no === 12 ? `${year + 1}-01` : `${year}-${String(no + 1).padStart(2, '0')}`;
}

const placed = (read: readonly Contest[]) =>
  read.map((one) => ({ ...one, by: one.moved_at.toISOString(), id: one.order_id }));
