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
