import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface ChangedDay {
  /** 'YYYY-MM-DD' in the city. */
  on: string;
  /** 'off', 'work', or null: by its weekday. */
  before: string | null;
  after: string | null;
  /** What the day is called now; null where it has no name any more. */
  name: string | null;
}

export interface CalendarChange {
  /** Of the city's data: the last one whose changes are in here. */
  version: number;
  days: readonly ChangedDay[];
  /** 办公时间: any day may have become longer or shorter. */
  changesHours: boolean;
}

/** What changed of the calendar since the due times last followed it; null when nothing did. */
export async function changeToFollow(ctx: Context): Promise<CalendarChange | null> {
  const { rows } = await sql<ChangedDay & { on: string | null; version: number }>`
    select c.version, c.on_day::text as on, c.before, c.after, d.name
    from calendar.change as c
    left join calendar.effective_day as d on d.city_id = c.city_id and d.on_day = c.on_day
    where c.city_id = ${ctx.cityId}
      and c.version > coalesce(
        (select version from calendar.followed where city_id = ${ctx.cityId}), 0)
    order by c.version, c.no`.execute(ctx.tx);
  const last = rows.at(-1);
  if (!last) return null;
  return {
    version: last.version,
    days: merged(rows.flatMap(({ on, ...row }) => (on === null ? [] : { ...row, on }))),
    changesHours: rows.some(({ on }) => on === null),
  };
}

/** A day changed twice is told once: what it was at first, what it is now. */
function merged(rows: readonly ChangedDay[]): ChangedDay[] {
  const byDay = new Map<string, ChangedDay>();
  for (const { on, before, after, name } of rows)
    byDay.set(on, {
      on,
      before: byDay.has(on) ? (byDay.get(on)?.before ?? null) : before,
      after,
      name,
    });
  return [...byDay.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

export async function followed(ctx: Context, version: number): Promise<void> {
  await sql`
    insert into calendar.followed (city_id, version)
    values (${ctx.cityId}, ${version})
    on conflict (city_id) do update
    set version = greatest(calendar.followed.version, excluded.version)`.execute(ctx.tx);
}

/** One day this version of the city's data changed. */
export async function keepChange(
  ctx: Context,
  version: number,
  { on, before, after }: Omit<ChangedDay, 'name'>,
): Promise<void> {
  await tablesOf<'calendar'>(ctx.tx)
    .insertInto('calendar.change')
    .values({ city_id: ctx.cityId, version, no: 1, on_day: on, before, after })
    .execute();
}
