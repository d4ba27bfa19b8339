import type { Context } from '../../platform/context.ts';
import { dayHours, everything } from './count-book.ts';
import { countsOf } from './counts.repo.ts';
import { type DayOn, type DayTraits, dayOn } from './day-traits.ts';
import { saveForecasts } from './forecasts.repo.ts';
import { lookAhead } from './look-ahead.ts';
import { type Series, seriesOf } from './series.ts';

export const daysAhead = 14;
const rememberedDays = 1100;
/** How many of the days behind a first look tells as if it had been there. */
const daysBehind = 60;

/** 预测往后两周, once a day, from the days that have ended. */
export async function forecastDays(
  ctx: Context,
  traits: (on: DayOn) => DayTraits,
  today: number,
): Promise<void> {
  const series = await dailyCounts(ctx, today);
  const { behind, days } = lookAhead(series, traits, daysAhead);
  const past = behind.slice(-daysBehind);
  await saveForecasts(
    ctx,
    [...past, ...days].map(({ on, expected, low, high }) => ({ on, expected, low, high })),
  );
}

/** Whole days before today. */
export async function dailyCounts(ctx: Context, today: number): Promise<Series> {
  const hours = await countsOf(ctx, [everything], (today - rememberedDays) * dayHours);
  const days = hours
    .filter(({ hour }) => hour < today * dayHours)
    .map(({ hour, count }) => ({ on: dayOn(Math.floor(hour / dayHours)), count }));
  // A day on which nobody called is a day too.
  return seriesOf(days.length === 0 ? [] : [...days, { on: dayOn(today - 1), count: 0 }]);
}
