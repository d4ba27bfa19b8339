import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface CalendarNow {
  readonly days: ReadonlyMap<string, string>;
  /** Every row of office hours, as text. */
  readonly hours: string;
}

/** The calendar as it stands in the tables at this moment. */
export async function calendarNow(ctx: Context): Promise<CalendarNow> {
  const { rows: days } = await sql<{ on: string; kind: string }>`
    select on_day::text as on, kind
    from calendar.effective_day
    where city_id = ${ctx.cityId}
    order by on_day`.execute(ctx.tx);
  const { rows: hours } = await sql<{ row: string }>`
    select valid_from::text || definition::text as row
    from calendar.office_hours
    where city_id = ${ctx.cityId}
    order by valid_from, no`.execute(ctx.tx);
  return {
    days: new Map(days.map(({ on, kind }) => [on, kind])),
    hours: hours.map(({ row }) => row).join('\n'),
  };
}

/** 日历变更: what this version of the data changed of the calendar, so that the due times can follow it. */
export async function keepCalendarChanges(
  ctx: Context,
  before: CalendarNow,
  version: number,
): Promise<void> {
  const after = await calendarNow(ctx);
  const changes = [
    ...changedDays(before, after),
    ...(before.hours === after.hours ? [] : [{ on: null, before: null, after: null }]),
  ];
  if (changes.length === 0) return;
  await sql`
    insert into calendar.change (city_id, version, no, on_day, before, after)
    select ${ctx.cityId}, ${version}, row_number() over (), (row ->> 'on')::date,
      row ->> 'before', row ->> 'after'
    from jsonb_array_elements(${JSON.stringify(changes)}::jsonb) as row`.execute(ctx.tx);
}

function changedDays(before: CalendarNow, after: CalendarNow) {
  const all = new Set([...before.days.keys(), ...after.days.keys()]);
  return [...all]
    .toSorted()
    .map((on) => ({
      on,
      before: before.days.get(on) ?? null,
      after: after.days.get(on) ?? null,
    }))
    .filter((day) => day.before !== day.after);
}
