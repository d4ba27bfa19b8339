import type { Context } from '../../platform/context.ts';
import { dayAfter, dayOf, dayStart } from '../../platform/zone.ts';

export interface DaySpan {
  readonly from: string;
  readonly until: string;
  /** Half open. */
  readonly instants: { readonly from: Date; readonly until: Date };
}

/** 统计期: both days belong to it; the calendar year until today where nothing is said. */
export function spanOf(
  ctx: Context,
  { from, until }: { from?: string | undefined; until?: string | undefined },
): DaySpan {
  const { zone } = ctx.city;
  const today = dayOf(ctx.now.getTime(), zone);
  const last = until ?? today;
  const first = from ?? `${last.slice(0, 4)}-01-01`;
  return {
    from: first,
    until: last,
    instants: { from: dayStart(first, zone), until: dayStart(dayAfter(last, 1), zone) },
  };
}

/** 近一年. */
export function lastYear(ctx: Context): DaySpan {
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  return spanOf(ctx, { from: dayAfter(today, -365), until: today });
}
