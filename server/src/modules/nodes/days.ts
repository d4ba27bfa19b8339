import type { Context } from '../../platform/context.ts';
import { dayAfter } from '../../platform/zone.ts';
import { nodesOfYear, type YearNode } from './calendar.ts';
import { dayOfNode, daysAfter, daysBefore, joined } from './text.ts';

/** A window as it is compared. */
export interface DayWindow {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;

/** Days from one to the other. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

export function eachDay({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = [];
  for (let on = from; on <= to; on = dayAfter(on, 1)) days.push(on);
  return days;
}

/**
 * 对齐: a day by its number from the first day of its holiday, and by what people call it. A day that lies in several
 * holidays says all of them: 国庆第6天、中秋第1天.
 */
export async function dayLabels(ctx: Context, window: DayWindow): Promise<(on: string) => string> {
  const years = [...new Set([window.from, window.to].map((on) => Number(on.slice(0, 4))))];
  const known = (await Promise.all(years.map((year) => nodesOfYear(ctx, year)))).flat();
  return (on) => labelOf(window, on, known);
}

export function labelOf(window: DayWindow, on: string, known: readonly YearNode[]): string {
  const holidays = known
    .filter(({ family, first, last }) => family === 'holiday' && first <= on && on <= last)
    .map(({ name, first }) => dayOfNode(name, daysBetween(first, on) + 1));
  const own = ownLabel(window, on);
  return [own, ...holidays.filter((label) => label !== own)].join(joined);
}

function ownLabel({ name, first, last }: DayWindow, on: string): string {
  if (on < first) return daysBefore(name, daysBetween(on, first));
  return on > last
    ? daysAfter(name, daysBetween(last, on))
    : dayOfNode(name, daysBetween(first, on) + 1);
}
