import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface DayForecast {
  readonly on: string;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** A day keeps the last forecast made before it began. */
export async function saveForecasts(ctx: Context, days: readonly DayForecast[]): Promise<void> {
  if (days.length === 0) return;
  await sql`
    insert into warnings.forecast (city_id, on_day, made_at, expected, low, high)
    select ${ctx.cityId}, on_day, ${ctx.now}, expected, low, high
    from unnest(
      ${days.map(({ on }) => on)}::date[], ${days.map(({ expected }) => expected)}::real[],
      ${days.map(({ low }) => low)}::integer[], ${days.map(({ high }) => high)}::integer[])
      as f (on_day, expected, low, high)
    on conflict (city_id, on_day) do update
      set made_at = excluded.made_at, expected = excluded.expected, low = excluded.low, high = excluded.high`.execute(
    ctx.tx,
  );
}

export async function forecastsBetween(
  ctx: Context,
  from: string,
  to: string,
): Promise<(DayForecast & { madeAt: Date })[]> {
  const rows = await tablesOf<'warnings'>(ctx.tx)
    .selectFrom('warnings.forecast')
    .select([sql<string>`on_day::text`.as('on'), 'expected', 'low', 'high', 'made_at as madeAt'])
    .where('city_id', '=', ctx.cityId)
    .where('on_day', '>=', from)
    .where('on_day', '<=', to)
    .orderBy('on_day')
    .execute();
  return rows;
}
