import type { warnings as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { hourOf } from './city-hours.ts';
import { cityTraits } from './city-traits.ts';
import { dayHours, everything, newCountBook } from './count-book.ts';
import { countsOf } from './counts.repo.ts';
import { dayOn } from './day-traits.ts';
import { daysAhead } from './forecast-days.ts';
import { forecastsBetween } from './forecasts.repo.ts';

type Reply = ReplyOf<typeof contract.readForecast>;

const daysBehind = 28;

/** 来量预测: the weeks behind with what came, the days ahead with their band. */
export async function readForecast(ctx: Context): Promise<Reply> {
  const today = Math.floor(hourOf(ctx.now, ctx.city.zone) / dayHours);
  const from = today - daysBehind;
  const [counts, forecasts, traits] = await Promise.all([
    countsOf(ctx, [everything], from * dayHours),
    forecastsBetween(ctx, dayOn(from), dayOn(today + daysAhead)),
    cityTraits(ctx),
  ]);
  const book = newCountBook();
  for (const { key, hour, count } of counts) book.add(key, hour, count);
  const told = new Map(forecasts.map((forecast) => [forecast.on, forecast]));
  const days = Array.from({ length: daysBehind + daysAhead }, (_, no) => {
    const on = dayOn(from + no);
    const begins = (from + no) * dayHours;
    const forecast = told.get(on);
    return {
      on,
      seen: from + no < today ? book.seen(everything, begins, begins + dayHours) : null,
      expected: forecast ? Math.round(forecast.expected * 10) / 10 : null,
      low: forecast?.low ?? null,
      high: forecast?.high ?? null,
      name: traits(on).feast,
    };
  });
  const behind = days.filter(({ seen, low }) => seen !== null && low !== null);
  const madeAt = forecasts.reduce<Date | null>(
    (latest, forecast) => (latest === null || forecast.madeAt > latest ? forecast.madeAt : latest),
    null,
  );
  return {
    days,
    held: behind.filter(
      ({ seen, low, high }) => (seen ?? 0) >= (low ?? 0) && (seen ?? 0) <= (high ?? 0),
    ).length,
    told: behind.length,
    madeAt: madeAt?.toISOString() ?? null,
  };
}
