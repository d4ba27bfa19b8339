import { type DayOn, weekdayOf } from '../../platform/zone.ts';

/** 'HH:MM' to 'HH:MM', the end not included. */
export type HoursSpan = readonly [from: string, to: string];

/** 办公时间: one effective-dated row. */
export interface OfficeHours {
  readonly validFrom: DayOn;
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  /** 'MM-DD', both ends included; a winter season runs over the turn of the year. Null: all year. */
  readonly season: { readonly from: string; readonly to: string } | null;
  readonly spans: readonly HoursSpan[];
}

const monday = 1;

/** Refuses rows that no office could keep: empty, crossing or backward hours. */
export function checkOfficeHours(rows: readonly OfficeHours[]): void {
  if (rows.length === 0) throw new RangeError('a calendar needs at least one row of office hours');
  for (const { validFrom, spans } of rows) {
    let open = '00:00';
    for (const [from, to] of spans) {
      const isTime = [from, to].every((time) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time));
      if (!isTime || from < open || to <= from) {
        throw new RangeError(
          `office hours of ${validFrom}: ${from}-${to} is not a span after ${open}`,
        );
      }
      open = to;
    }
  }
}

/** The hours of one working day: newest row first, the more particular one before the general. */
export function hoursOn(
  on: DayOn,
  isMakeUp: boolean,
  rows: readonly OfficeHours[],
): readonly HoursSpan[] {
  const ordered = rows.toSorted(
    (a, b) => b.validFrom.localeCompare(a.validFrom) || particularity(b) - particularity(a),
  );
  const inForce = ordered.filter((row) => row.validFrom <= on);
  // Records reach back further than some cities' hours: the oldest ones known then stand for the past.
  const eligible = inForce.length > 0 ? inForce : ordered.toReversed();
  const weekday = weekdayOf(on);
  // The notices say that a make-up day is worked, not by which hours: an ordinary Monday's.
  const weekdays = isMakeUp ? [weekday, monday] : [weekday];
  for (const day of weekdays) {
    const row = eligible.find((candidate) => isFor(candidate, on, day));
    if (row) return row.spans;
  }
  return [];
}

function particularity(row: OfficeHours): number {
  return (7 - row.weekdays.length) * 2 + (row.season ? 1 : 0);
}

function isFor(row: OfficeHours, on: DayOn, weekday: number): boolean {
  return row.weekdays.includes(weekday) && isInSeason(row, on.slice(5));
}

function isInSeason({ season }: OfficeHours, monthDay: string): boolean {
  if (!season) return true;
  const { from, to } = season;
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}
