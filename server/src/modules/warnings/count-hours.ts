import type { Context } from '../../platform/context.ts';
import { type Arrival, arrivedBetween } from '../orders/index.ts';
import { hourOf, hourStart } from './city-hours.ts';
import { dayHours } from './count-book.ts';
import { type HourCount, replaceHours } from './counts.repo.ts';
import { keysOf } from './keys.ts';

/** 分时计数: folds what came in during hours that have ended, a day at a time so that years stay small. */
export async function countHours(ctx: Context, from: number, to: number): Promise<void> {
  const { zone, code } = ctx.city;
  for (let begins = from; begins < to; begins += dayHours) {
    const ends = Math.min(begins + dayHours, to);
    const arrivals = await arrivedBetween(ctx, hourStart(begins, zone), hourStart(ends, zone));
    await replaceHours(ctx, { from: begins, to: ends }, countsIn(arrivals, zone, code));
  }
}

export function countsIn(arrivals: readonly Arrival[], zone: string, city: string): HourCount[] {
  const counts = new Map<string, HourCount>();
  for (const arrival of arrivals) {
    const hour = hourOf(arrival.acceptedAt, zone);
    for (const key of keysOf(arrival, city)) {
      const place = `${hour} ${key}`;
      counts.set(place, { key, hour, count: (counts.get(place)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}
