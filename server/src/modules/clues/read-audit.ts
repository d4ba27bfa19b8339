import type { clueRecords as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { badInput } from '../../platform/refusal.ts';
import { dayAfter, dayStart, isDay } from '../../platform/zone.ts';
import { accountNames } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { firstClueOf, ordersBehindClues, type Read, readRows, readSums } from './audit.repo.ts';
import { clueNo } from './clue.ts';
import { numbersOf } from './clues.repo.ts';
import { countSights, type Sight, sightRows } from './sights.repo.ts';
import { clueText } from './text.ts';

type Reply = ReplyOf<typeof contract.readAudit>;
const mostShown = 200;

/**
 * 保护审计: who read who asked of the orders behind clues in a month; reads without a purpose must be none. And who saw the
 * clues themselves, for whoever saw one may come to know who told of it.
 */
export async function readAudit(
  ctx: Context,
  { month }: InputOf<typeof contract.readAudit>,
): Promise<Reply> {
  const span = monthOf(ctx, month);
  const [sums, rows, behind, seen, sights] = await Promise.all([
    readSums(ctx, span),
    readRows(ctx, span, mostShown),
    ordersBehindClues(ctx),
    countSights(ctx, span),
    sightRows(ctx, span, mostShown),
  ]);
  return {
    month,
    orders: behind,
    reads: sums.reads,
    withoutPurpose: sums.without_purpose,
    rows: await viewsOf(ctx, rows),
    seen: { count: seen, rows: await sightViews(ctx, sights) },
    shownCap: mostShown,
  };
}

function monthOf({ city }: Context, month: string): { from: Date; to: Date } {
  const first = `${month}-01`;
  if (!isDay(first)) throw badInput(['month']);
  const next = `${dayAfter(first, 31).slice(0, 7)}-01`;
  return { from: dayStart(first, city.zone), to: dayStart(next, city.zone) };
}

async function viewsOf(ctx: Context, rows: readonly Read[]): Promise<Reply['rows']> {
  const ids = [...new Set(rows.map(({ order_id }) => order_id))];
  const [seen, clues, names, units] = await Promise.all([
    orders.visibleAmong(ctx, ids),
    firstClueOf(ctx, ids),
    accountNames(
      ctx,
      rows.map(({ account_id }) => account_id),
    ),
    organisation.unitNames(ctx, [...new Set(rows.flatMap(({ unit_code }) => unit_code ?? []))]),
  ]);
  const numbers = new Map<string, string>();
  for (const id of ids) {
    const order = seen.has(id) ? await orders.find(ctx, id) : null;
    if (order) numbers.set(id, order.order_no);
  }
  return rows.map(({ at, order_id, account_id, unit_code, purpose }) => {
    const number = clues.get(order_id);
    return {
      at: at.toISOString(),
      orderId: order_id,
      orderNo: numbers.get(order_id) ?? null,
      clueNo: number ? clueNo(number) : '',
      by: names.get(account_id ?? '') ?? clueText.system,
      unitName: units.get(unit_code ?? '') ?? '',
      purpose,
    };
  });
}

async function sightViews(ctx: Context, sights: readonly Sight[]): Promise<Reply['seen']['rows']> {
  const codes = sights.flatMap(({ unit_code, to_unit }) => [unit_code ?? [], to_unit ?? []].flat());
  const [numbers, names, units] = await Promise.all([
    numbersOf(
      ctx,
      sights.map(({ clue_id }) => clue_id),
    ),
    accountNames(
      ctx,
      sights.map(({ account_id }) => account_id),
    ),
    organisation.unitNames(ctx, [...new Set(codes)]),
  ]);
  return sights.map(({ kind, clue_id, account_id, unit_code, to_unit, at, times }) => {
    const number = numbers.get(clue_id);
    return {
      ...{ kind, times, at: at.toISOString(), clueNo: number ? clueNo(number) : '' },
      by: names.get(account_id ?? '') ?? clueText.system,
      unitName: units.get(unit_code ?? '') ?? '',
      toUnitName: to_unit === null ? null : (units.get(to_unit) ?? to_unit),
    };
  });
}
