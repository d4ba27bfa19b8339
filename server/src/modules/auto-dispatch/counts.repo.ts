import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface Counted {
  readonly onDay: string;
  readonly matterCode: string;
  readonly what: string;
  readonly by: number;
}

/** In the order of their keys, so that two jobs never wait for each other in a ring. Only jobs count: nobody's click waits. */
export async function count(ctx: Context, counted: readonly Counted[]): Promise<void> {
  const moves = counted.filter(({ by }) => by !== 0);
  if (moves.length === 0) return;
  await sql`
    insert into auto_dispatch.count (city_id, on_day, matter_code, what, count)
    select ${ctx.cityId}, on_day::date, matter_code, what, sum(by)::integer
    from jsonb_to_recordset(${JSON.stringify(moves.map((move) => ({ ...move, on_day: move.onDay, matter_code: move.matterCode })))}::jsonb)
      as m (on_day text, matter_code text, what text, by integer)
    group by on_day, matter_code, what
    order by on_day, matter_code, what
    on conflict (city_id, on_day, matter_code, what) do update
      set count = auto_dispatch.count.count + excluded.count`.execute(ctx.tx);
}

export interface CountRow {
  readonly what: string;
  readonly count: number;
}

export interface WeekCount extends CountRow {
  /** Monday. */
  readonly weekOn: string;
}

export async function countsByWeek(ctx: Context, since: string): Promise<WeekCount[]> {
  const { rows } = await sql<WeekCount>`
    select to_char(date_trunc('week', on_day), 'YYYY-MM-DD') as "weekOn", what, sum(count)::integer as count
    from auto_dispatch.count
    where city_id = ${ctx.cityId} and on_day >= ${since}::date and what not like 'held:%'
    group by 1, 2
    order by 1, 2`.execute(ctx.tx);
  return rows;
}

export interface MatterCount extends CountRow {
  readonly matterCode: string;
}

/** What went by itself, and how it ended. */
export async function sentByMatter(ctx: Context, since: string): Promise<MatterCount[]> {
  const { rows } = await sql<MatterCount>`
    select matter_code as "matterCode", what, sum(count)::integer as count
    from auto_dispatch.count
    where city_id = ${ctx.cityId} and on_day >= ${since}::date
      and what in ('sent', 'sent-right', 'sent-wrong')
    group by 1, 2`.execute(ctx.tx);
  return rows;
}

export async function heldSince(ctx: Context, since: string): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    select substr(what, 6) as what, sum(count)::integer as count
    from auto_dispatch.count
    where city_id = ${ctx.cityId} and on_day >= ${since}::date and what like 'held:%'
    group by 1
    order by 2 desc, 1`.execute(ctx.tx);
  return rows;
}
