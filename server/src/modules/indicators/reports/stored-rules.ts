import { z } from 'zod';
import { officeHoursRow } from '../../../city/index.ts';
import type { Context } from '../../../platform/context.ts';
import { calendarOf, calendarRows } from '../../calendar/index.ts';
import { cityRules } from '../city-rules.ts';
import type { Rules } from '../mark.ts';
import { limitsOfCity } from '../rules-of-city.ts';

const limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('natural-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-days'), days: z.number() }),
]);

const stored = z.object({
  zone: z.string(),
  knownThrough: z.string(),
  daysOff: z.array(z.string()),
  makeUpDays: z.array(z.string()),
  officeHours: z.array(officeHoursRow),
  limits: z.record(z.string(), limit),
  usual: limit,
  /** Before it was the city's data it was five. */
  gatheredPeople: z.number().int().default(5),
});
/** 当时的规则: calendar and limits a report was made by; a calendar corrected later does not change it. */
export type StoredRules = z.output<typeof stored>;

export async function rulesToStore(ctx: Context): Promise<StoredRules> {
  const [{ dayNames: _, ...rows }, limits, { gatheredPeople }] = await Promise.all([
    calendarRows(ctx),
    limitsOfCity(ctx),
    cityRules(ctx),
  ]);
  return stored.parse({ ...rows, ...limits, gatheredPeople });
}

/** 几人算集中, then. */
export const gatheredPeopleOf = (row: unknown): number => stored.parse(row).gatheredPeople;

export function rulesOf(row: unknown): Rules {
  const { limits, usual, ...calendar } = stored.parse(row);
  return {
    zone: calendar.zone,
    calendar: calendarOf(calendar),
    dispatchLimit: (urgency) => limits[urgency] ?? usual,
  };
}
