/** A calendar day as people of the zone name it: 'YYYY-MM-DD'. */
export type DayOn = string;

const dayMs = 86_400_000;
const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClockOf(zone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  wallClocks.set(zone, made);
  return made;
}

/** What the clock on the wall shows, written as if it were UTC. */
function wallMs(atMs: number, zone: string): number {
  const shown = new Map(
    wallClockOf(zone)
      .formatToParts(atMs)
      .map((part) => [part.type, Number(part.value)]),
  );
  const of = (part: Intl.DateTimeFormatPartTypes) => shown.get(part) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

function offsetMs(atMs: number, zone: string): number {
  const wholeSecond = Math.floor(atMs / 1000) * 1000;
  return wallMs(wholeSecond, zone) - wholeSecond;
}

export function dayOf(atMs: number, zone: string): DayOn {
  return isoDay(atMs + offsetMs(atMs, zone));
}

/** The instant at which the zone's clock shows 'HH:MM' or 'HH:MM:SS' on a day; '24:00' is the next midnight. */
export function instantMs(on: DayOn, time: string, zone: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const shownMs = utcMidnight(on) + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const guess = shownMs - offsetMs(shownMs, zone);
  // The offset can differ between the guess and the answer where a zone changes its clocks.
  return shownMs - offsetMs(guess, zone);
}

/** The same as a date. The one way from what a city's clock shows to an instant. */
export function instantAt(on: DayOn, time: string, zone: string): Date {
  return new Date(instantMs(on, time, zone));
}

/** The instant a day of the city begins. */
export function dayStart(on: DayOn, zone: string): Date {
  return instantAt(on, '00:00', zone);
}

/** The instant it has ended: the next one has begun. */
export function dayEnd(on: DayOn, zone: string): Date {
  return dayStart(dayAfter(on, 1), zone);
}

export function dayAfter(on: DayOn, days: number): DayOn {
  return isoDay(utcMidnight(on) + days * dayMs);
}

/** Whether the calendar has this day; '2026-02-30' is none. */
export function isDay(on: string): boolean {
  const midnight = Date.parse(`${on}T00:00:00Z`);
  return !Number.isNaN(midnight) && isoDay(midnight) === on;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(on: DayOn): number {
  return ((Math.floor(utcMidnight(on) / dayMs) + 3) % 7) + 1;
}

function utcMidnight(on: DayOn): number {
  return Date.parse(`${on}T00:00:00Z`);
}

function isoDay(utcMs: number): DayOn {
  return new Date(utcMs).toISOString().slice(0, 10);
}
