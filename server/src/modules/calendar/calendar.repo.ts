import { z } from 'zod';
import { officeHoursRow } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from '../organisation/index.ts';
import { workingCalendar as build, type CalendarRows } from './working-calendar.ts';

/** 工作日历 of the city, kept until its data changes. */
export const workingCalendar = keptPerVersion(async (ctx: Context) =>
  build(await calendarRows(ctx)),
);

/** What it is built of, for whoever has to build the same one again later. */
export async function calendarRows(ctx: Context): Promise<CalendarRows> {
  const tables = tablesOf<'calendar'>(ctx.tx);
  const [days, hours] = await Promise.all([
    tables
      .selectFrom('calendar.effective_day')
      .select(['on_day', 'kind', 'name'])
      .where('city_id', '=', ctx.cityId)
      .execute(),
    tables
      .selectFrom('calendar.office_hours')
      .select('definition')
      .where('city_id', '=', ctx.cityId)
      .orderBy('valid_from')
      .orderBy('no')
      .execute(),
  ]);
  const named = days.map((day) => ({ ...day, on: String(day.on_day), name: String(day.name) }));
  return {
    zone: ctx.city.zone,
    knownThrough: settledThrough(named.map(({ on }) => on)),
    daysOff: named.filter(({ kind }) => kind === 'off').map(({ on }) => on),
    makeUpDays: named.filter(({ kind }) => kind === 'work').map(({ on }) => on),
    dayNames: new Map(named.map(({ on, name }) => [on, name])),
    officeHours: z.array(officeHoursRow).parse(hours.map(({ definition }) => definition)),
  };
}

/** Every yearly notice names New Year's Day; a day a city closes by itself does not settle the year it lies in. */
function settledThrough(listed: readonly string[]): string {
  const years = listed.filter((on) => on.endsWith('-01-01')).map((on) => on.slice(0, 4));
  return `${years.reduce((a, b) => (a > b ? a : b), '2000')}-12-31`;
}
