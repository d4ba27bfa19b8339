import { dayAfter } from '../../platform/zone.ts';

export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

const twoDigits = (no: number): string => String(no).padStart(2, '0');

/** 季度 as days, both included. */
export function daysOf({ year, quarter }: Quarter): { from: string; to: string } {
  const first = (quarter - 1) * 3 + 1;
  const next = first + 3 > 12 ? `${year + 1}-01-01` : `${year}-${twoDigits(first + 3)}-01`;
  return { from: `${year}-${twoDigits(first)}-01`, to: dayAfter(next, -1) };
}

const dayMs = 86_400_000;

/**
 * 同期: the quarter as far as it has come, and as many days of the same quarter a year ago; three weeks held against three
 * months would always look like a decline.
 */
export function comparedDays(
  { year, quarter }: Quarter,
  today: string,
): Record<'days' | 'yearAgo', { from: string; to: string }> {
  const whole = daysOf({ year, quarter });
  const before = daysOf({ year: year - 1, quarter });
  const isRunning = whole.from <= today && today < whole.to;
  if (!isRunning) return { days: whole, yearAgo: before };
  const past = Math.round((Date.parse(today) - Date.parse(whole.from)) / dayMs);
  return {
    days: { from: whole.from, to: today },
    yearAgo: { from: before.from, to: dayAfter(before.from, past) },
  };
}
