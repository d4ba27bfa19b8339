import type { warnings as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { dayOfHour, hourOf } from './city-hours.ts';
import { everything } from './count-book.ts';
import { firstHour } from './counts.repo.ts';
import { dayOn } from './day-traits.ts';
import { tellsFrom } from './expected-share.ts';
import { labelled } from './warning-labels.ts';
import { told, type WarningRow, waiting } from './warnings.repo.ts';

type Reply = ReplyOf<typeof contract.listWarnings>;

const shownCap = 60;
const hourMs = 3_600_000;

/** 预警列表. */
export async function listWarnings(
  ctx: Context,
  { state }: InputOf<typeof contract.listWarnings>,
): Promise<Reply> {
  const [rows, count, first] = await Promise.all([
    told(ctx, state, shownCap),
    waiting(ctx),
    firstHour(ctx, everything),
  ]);
  const isYoung = first !== null && hourOf(ctx.now, ctx.city.zone) < tellsFrom(first);
  const since = isYoung ? dayOn(dayOfHour(first)) : null;
  return { rows: await rowsOf(ctx, rows), shownCap, waiting: count, since };
}

export async function rowsOf(ctx: Context, rows: readonly WarningRow[]): Promise<Reply['rows']> {
  const leads = await labelled(
    ctx,
    rows.map(({ lead_key }) => lead_key),
  );
  return rows.flatMap((row, no) => {
    const lead = leads[no];
    return lead ? [{ ...plain(row), lead }] : [];
  });
}

const plain = (row: WarningRow) => ({
  id: row.id,
  state: row.state,
  raisedAt: row.raised_at.toISOString(),
  lastAt: row.last_at.toISOString(),
  sinceAt: row.since_at.toISOString(),
  fromAt: row.from_at.toISOString(),
  toAt: row.to_at.toISOString(),
  hours: Math.round((row.to_at.getTime() - row.from_at.getTime()) / hourMs),
  seen: row.seen,
  low: row.low,
  high: row.high,
  expected: Math.round(row.expected * 10) / 10,
  words: row.words,
});
