import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface HourCount {
  readonly key: string;
  readonly hour: number;
  readonly count: number;
}

export interface Progress {
  readonly counted_to: number;
  readonly days_told_to: number;
}

/** Held until the transaction ends: of two workers that look at once, the second waits and finds nothing left. */
export async function lockProgress(ctx: Context, first: Progress): Promise<Progress> {
  await sql`
    insert into warnings.progress (city_id, counted_to, days_told_to)
    values (${ctx.cityId}, ${first.counted_to}, ${first.days_told_to})
    on conflict (city_id) do nothing`.execute(ctx.tx);
  return tablesOf<'warnings'>(ctx.tx)
    .selectFrom('warnings.progress')
    .select(['counted_to', 'days_told_to'])
    .where('city_id', '=', ctx.cityId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function progress(ctx: Context): Promise<Progress | null> {
  const row = await tablesOf<'warnings'>(ctx.tx)
    .selectFrom('warnings.progress')
    .select(['counted_to', 'days_told_to'])
    .where('city_id', '=', ctx.cityId)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveProgress(ctx: Context, to: Progress): Promise<void> {
  await tablesOf<'warnings'>(ctx.tx)
    .updateTable('warnings.progress')
    .set({ counted_to: to.counted_to, days_told_to: to.days_told_to })
    .where('city_id', '=', ctx.cityId)
    .execute();
}

/** Hours may be counted anew: what was counted of them before is dropped. */
export async function replaceHours(
  ctx: Context,
  span: { from: number; to: number },
  counts: readonly HourCount[],
): Promise<void> {
  await tablesOf<'warnings'>(ctx.tx)
    .deleteFrom('warnings.count')
    .where('city_id', '=', ctx.cityId)
    .where('hour', '>=', span.from)
    .where('hour', '<', span.to)
    .execute();
  await insertCounts(ctx, counts);
}

export async function insertCounts(ctx: Context, counts: readonly HourCount[]): Promise<void> {
  if (counts.length === 0) return;
  await sql`
    insert into warnings.count (city_id, key, hour, count)
    select ${ctx.cityId}, key, hour, count
    from unnest(
      ${counts.map(({ key }) => key)}::text[],
      ${counts.map(({ hour }) => hour)}::integer[],
      ${counts.map(({ count }) => count)}::integer[]) as c (key, hour, count)
    on conflict (city_id, key, hour) do update set count = excluded.count`.execute(ctx.tx);
}

export async function keysBetween(ctx: Context, from: number, to: number): Promise<HourCount[]> {
  return tablesOf<'warnings'>(ctx.tx)
    .selectFrom('warnings.count')
    .select(['key', 'hour', 'count'])
    .where('city_id', '=', ctx.cityId)
    .where('hour', '>=', from)
    .where('hour', '<', to)
    .orderBy('hour')
    .execute();
}

/** Key by key through the primary key, in the order of time. */
export async function countsOf(
  ctx: Context,
  keys: readonly string[],
  from: number,
): Promise<HourCount[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<HourCount>`
    select key, hour, count from warnings.count
    where city_id = ${ctx.cityId} and key = any (${[...keys]}::text[]) and hour >= ${from}
    order by key, hour`.execute(ctx.tx);
  return rows;
}

export async function firstHour(ctx: Context, key: string): Promise<number | null> {
  const row = await tablesOf<'warnings'>(ctx.tx)
    .selectFrom('warnings.count')
    .select('hour')
    .where('city_id', '=', ctx.cityId)
    .where('key', '=', key)
    .orderBy('hour')
    .limit(1)
    .executeTakeFirst();
  return row?.hour ?? null;
}
