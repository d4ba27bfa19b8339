import { type DayOn, dayNo, dayOn } from './day-traits.ts';

/** 计数序列: one number a day, or a week, without gaps; NaN where nobody counted. */
export interface Series {
  /** The number of its first day. */
  readonly from: number;
  readonly unitDays: 1 | 7;
  readonly counts: readonly number[];
}

export interface DayCount {
  readonly on: DayOn;
  readonly count: number;
}

/**
 * Days that no row names: none at all where counts are small, not counted where a normal day has plenty, because
 * then silence is a hole in the data.
 */
export function seriesOf(rows: readonly DayCount[]): Series {
  const byDay = new Map<number, number>();
  for (const { on, count } of rows) byDay.set(dayNo(on), (byDay.get(dayNo(on)) ?? 0) + count);
  const numbers = [...byDay.keys()].sort((a, b) => a - b);
  const first = numbers[0] ?? 0;
  const last = numbers.at(-1) ?? first - 1;
  const unitDays = isWeekly(numbers) ? 7 : 1;
  const absent = isSmall([...byDay.values()]) ? 0 : Number.NaN;
  const counts: number[] = [];
  for (let no = first; no <= last; no += unitDays) counts.push(byDay.get(no) ?? absent);
  return { from: first, unitDays, counts };
}

function isWeekly(numbers: readonly number[]): boolean {
  const gaps = numbers.slice(1).map((no, at) => no - (numbers[at] ?? no));
  return gaps.length > 3 && gaps.filter((gap) => gap % 7 === 0).length >= gaps.length * 0.9;
}

const fewADay = 8;

function isSmall(counts: readonly number[]): boolean {
  const sorted = counts.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0) < fewADay;
}

export const isKnown = (count: number | undefined): count is number =>
  count !== undefined && !Number.isNaN(count);

/** The sum over units; NaN when one of them is not known. */
export function sumOf({ counts }: Series, from: number, to: number): number {
  if (from < 0 || to > counts.length) return Number.NaN;
  let sum = 0;
  for (let unit = from; unit < to; unit += 1) sum += counts[unit] ?? Number.NaN;
  return sum;
}

export const dayOfUnit = ({ from, unitDays }: Series, unit: number): DayOn =>
  dayOn(from + unit * unitDays);

/** The unit a day falls into; may lie outside the series. */
export const unitOfDay = ({ from, unitDays }: Series, on: DayOn): number =>
  Math.floor((dayNo(on) - from) / unitDays);
