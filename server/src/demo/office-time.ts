const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const zoneMs = 8 * 60 * minuteMs;
const opens = 8 * 60;
const closes = 17 * 60 + 30;

export const minutesAfter = (at: Date, minutes: number): Date =>
  new Date(at.getTime() + Math.round(minutes * minuteMs));

/** The instant itself when offices are open then, else next morning; people do not all arrive at once, hence the shift. */
export function whenOpen(at: Date, shiftMinutes: number): Date {
  const local = new Date(at.getTime() + zoneMs);
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  const weekday = local.getUTCDay();
  const isOpenDay = weekday >= 1 && weekday <= 5;
  if (isOpenDay && minute >= opens && minute < closes) return at;
  const midnight = Math.floor(local.getTime() / dayMs) * dayMs;
  const isEarly = isOpenDay && minute < opens;
  const days = isEarly ? 0 : daysToOpen(weekday);
  return new Date(midnight + days * dayMs + (opens + shiftMinutes) * minuteMs - zoneMs);
}

function daysToOpen(weekday: number): number {
  if (weekday === 5) return 3;
  return weekday === 6 ? 2 : 1;
}

/** An instant of that many days before, at a local hour and minute. */
export function dayAt(end: Date, daysBefore: number, minuteOfDay: number): Date {
  const today = Math.floor((end.getTime() + zoneMs) / dayMs) * dayMs;
  return new Date(today - daysBefore * dayMs + minuteOfDay * minuteMs - zoneMs);
}
