import { officialZone } from '@minsheng/contract/words/zone.ts';
import { dayAfter, dayOf, dayStart, weekdayOf } from '../platform/zone.ts';

const minuteMs = 60_000;
const opens = 8 * 60;
const closes = 17 * 60 + 30;

export const minutesAfter = (at: Date, minutes: number): Date =>
  new Date(at.getTime() + Math.round(minutes * minuteMs));

/** The instant itself when offices are open then, else next morning; people do not all arrive at once, hence the shift. */
export function whenOpen(at: Date, shiftMinutes: number): Date {
  const today = dayOf(at.getTime(), officialZone);
  const minute = (at.getTime() - dayStart(today, officialZone).getTime()) / minuteMs;
  const weekday = weekdayOf(today);
  const isOpenDay = weekday <= 5;
  if (isOpenDay && minute >= opens && minute < closes) return at;
  const isEarly = isOpenDay && minute < opens;
  const morning = dayAfter(today, isEarly ? 0 : daysToOpen(weekday));
  return minutesAfter(dayStart(morning, officialZone), opens + shiftMinutes);
}

/** From Friday and Saturday it is Monday. */
function daysToOpen(weekday: number): number {
  if (weekday === 5) return 3;
  return weekday === 6 ? 2 : 1;
}

/** An instant of that many days before, at a local hour and minute. */
export function dayAt(end: Date, daysBefore: number, minuteOfDay: number): Date {
  const on = dayAfter(dayOf(end.getTime(), officialZone), -daysBefore);
  return minutesAfter(dayStart(on, officialZone), minuteOfDay);
}
