import type { Context } from '../../platform/context.ts';
import { hourOf } from './city-hours.ts';
import { dayHours } from './count-book.ts';
import { countsOf } from './counts.repo.ts';
import { dayNo, dayOn } from './day-traits.ts';
import { type Series, seriesOf } from './series.ts';

const rememberedDays = 1100;

/** 逐日来件 of matters at a county, all days that have ended; out of what is counted once an hour has ended. */
export async function dailyCountsAt(
  ctx: Context,
  { matterCodes, county }: { matterCodes: readonly string[]; county: string },
): Promise<Series> {
  const today = Math.floor(hourOf(ctx.now, ctx.city.zone) / dayHours);
  const keys = matterCodes.map((code) => `matter:${code}@${county}`);
  const hours = await countsOf(ctx, keys, (today - rememberedDays) * dayHours);
  const days = hours
    .filter(({ hour }) => hour < today * dayHours)
    .map(({ hour, count }) => ({ on: dayOn(Math.floor(hour / dayHours)), count }));
  // Of a county's few matters a day without a row is a day on which nobody told of them.
  if (days.length === 0) return seriesOf([]);
  const first = Math.min(...days.map(({ on }) => dayNo(on)));
  const every = Array.from({ length: today - first }, (_, no) => ({
    on: dayOn(first + no),
    count: 0,
  }));
  return seriesOf([...days, ...every]);
}
