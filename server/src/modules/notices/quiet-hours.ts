import { cityHour } from '../organisation/index.ts';

export interface Hours {
  /** 'HH:MM'; null: nothing is quiet. */
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
}

/** 免打扰: the instant itself by day; in quiet hours their end (M5-4: no night push but for emergencies). */
export function afterQuietHours(at: Date, zone: string, hours: Hours | null): Date {
  if (!hours || hours.quietFrom === null || hours.quietTo === null) return at;
  const { time } = cityHour(at, zone);
  if (!isWithin(time, hours.quietFrom, hours.quietTo)) return at;
  const minutes = minutesOf(hours.quietTo) - minutesOf(time);
  const toEnd = minutes > 0 ? minutes : minutes + 24 * 60;
  const wholeMinute = Math.floor(at.getTime() / 60_000) * 60_000;
  return new Date(wholeMinute + toEnd * 60_000);
}

/** Half-open; over midnight where it begins later than it ends. */
const isWithin = (time: string, from: string, to: string): boolean =>
  from <= to ? time >= from && time < to : time >= from || time < to;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
