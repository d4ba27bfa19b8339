import { sql } from 'kysely';
import { addUp, type Sums } from '../../platform/add-up.ts';
import type { Context } from '../../platform/context.ts';

export interface Counted {
  readonly onDay: string;
  readonly matterCode: string;
  readonly what: string;
  readonly by: number;
}

const sums: Sums = {
  name: 'auto_dispatch.count',
  write: (cityId, added) => sql`
    insert into auto_dispatch.count (city_id, on_day, matter_code, what, count)
    select ${cityId}::smallint, (key ->> 0)::date, key ->> 1, key ->> 2, by
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as added (key jsonb, by integer)
    order by key
    on conflict (city_id, on_day, matter_code, what) do update
    set count = auto_dispatch.count.count + excluded.count`,
};

/** Only jobs count: nobody's click waits. */
export function count(ctx: Context, counted: readonly Counted[]): void {
  for (const { onDay, matterCode, what, by } of counted)
    addUp(ctx, sums, { key: [onDay, matterCode, what], by });
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
