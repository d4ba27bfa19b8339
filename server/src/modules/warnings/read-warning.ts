import type { warnings as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { accountName } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { hourOf } from './city-hours.ts';
import { cityTraits } from './city-traits.ts';
import { dayHours, everything, newCountBook } from './count-book.ts';
import { countsOf } from './counts.repo.ts';
import { dayNo, dayOn } from './day-traits.ts';
import { expectedIn } from './expected-share.ts';
import { forecastsBetween } from './forecasts.repo.ts';
import { rowsOf } from './list-warnings.ts';
import { mayLook, maySettle } from './policy.ts';
import { bandSpread } from './stirrings.ts';
import { labelled } from './warning-labels.ts';
import { appealsOf, find, type WarningRow } from './warnings.repo.ts';

type Reply = ReplyOf<typeof contract.readWarning>;

const shownDays = 42;
const daysAfter = 7;
const shownOrders = 20;
const shownBeside = 6;

/** 一条预警: why it was raised, and the appeals behind it. */
export async function readWarning(
  ctx: Context,
  { warningId }: InputOf<typeof contract.readWarning>,
): Promise<Reply> {
  const warning = await find(ctx, warningId);
  refuseUnless(warning, 'warnings.no-such-warning');
  const [[row], beside, days, appeals] = await Promise.all([
    rowsOf(ctx, [warning]),
    labelled(ctx, warning.keys.filter((key) => key !== warning.lead_key).slice(0, shownBeside)),
    daysOf(ctx, warning),
    appealsOf(ctx, [warningId]),
  ]);
  refuseUnless(row, 'warnings.no-such-warning');
  const counted = appeals.filter(({ is_lead }) => is_lead).map(({ order_id }) => order_id);
  return {
    ...row,
    beside,
    days,
    orders: await examples(ctx, counted),
    counted: counted.length,
    settled: await settledOf(ctx, warning),
    can: {
      look: mayLook(ctx.actor, warning).allowed,
      dismiss: maySettle(ctx.actor, warning).allowed,
      act: maySettle(ctx.actor, warning).allowed,
    },
  };
}

async function examples(ctx: Context, ids: readonly string[]): Promise<Reply['orders']> {
  const rows = await orders.orderRows(ctx, ids.slice(0, shownOrders), 'as-said');
  return rows.map(({ id, orderNo, title, acceptedAt }) => ({ id, orderNo, title, acceptedAt }));
}

async function settledOf(ctx: Context, warning: WarningRow): Promise<Reply['settled']> {
  const { settled_by, settled_at, dismissed_as, note } = warning;
  if (settled_at === null) return null;
  const by = settled_by === null ? null : await accountName(ctx, settled_by);
  return {
    by: by ?? '',
    at: settled_at.toISOString(),
    dismissedAs: dismissed_as,
    note: note ?? '',
  };
}

/** Day by day before and after: the band as it was reckoned then, and what came. */
async function daysOf(ctx: Context, warning: WarningRow): Promise<Reply['days']> {
  const { zone } = ctx.city;
  const last = Math.ceil(hourOf(warning.to_at, zone) / dayHours);
  const today = Math.floor(hourOf(ctx.now, zone) / dayHours);
  const to = Math.min(last + daysAfter, today + 1);
  const from = to - shownDays;
  if (warning.lead_key === everything) return allDays(ctx, from, to);
  const counts = await countsOf(ctx, [warning.lead_key, everything], (from - 800) * dayHours);
  const book = newCountBook();
  for (const { key, hour, count } of counts) book.add(key, hour, count);
  const traits = await cityTraits(ctx);
  return Array.from({ length: to - from }, (_, no) => {
    const begins = (from + no) * dayHours;
    const span = { book, key: warning.lead_key, from: begins, to: begins + dayHours, traits };
    const { mean, variance } = expectedIn(span);
    const spread = bandSpread(variance);
    return {
      on: dayOn(from + no),
      seen: book.seen(warning.lead_key, begins, begins + dayHours),
      low: Math.max(0, Math.floor(mean - spread)),
      high: Math.ceil(mean + spread),
    };
  });
}

async function allDays(ctx: Context, from: number, to: number): Promise<Reply['days']> {
  const [counts, forecasts] = await Promise.all([
    countsOf(ctx, [everything], from * dayHours),
    forecastsBetween(ctx, dayOn(from), dayOn(to - 1)),
  ]);
  const book = newCountBook();
  for (const { key, hour, count } of counts) book.add(key, hour, count);
  return forecasts.map(({ on, low, high }) => {
    const begins = dayNo(on) * dayHours;
    return { on, low, high, seen: book.seen(everything, begins, begins + dayHours) };
  });
}
