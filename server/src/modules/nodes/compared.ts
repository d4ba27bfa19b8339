import type { WindowRole } from '@minsheng/contract/words/nodes.ts';
import type { Context } from '../../platform/context.ts';
import { dayAfter } from '../../platform/zone.ts';
import { cityHour } from '../organisation/index.ts';
import { nodesOfYear, type YearNode } from './calendar.ts';
import { type DayWindow, eachDay } from './days.ts';
import { before, type NodeRow } from './nodes.repo.ts';

export interface ComparedWindow extends DayWindow {
  readonly role: WindowRole;
}

/** 对比的窗口: the same node of last year, the last of its family before it, and its own while it runs or after. */
export async function comparedWindows(ctx: Context, node: NodeRow): Promise<ComparedWindow[]> {
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  const [years, earlier] = await Promise.all([
    Promise.all([nodesOfYear(ctx, node.year - 1), nodesOfYear(ctx, node.year)]),
    before(ctx, node),
  ]);
  const listed = years.flat();
  const lastYear =
    node.code === null
      ? earlier.map(windowOfRow)
      : listed
          .filter(({ code, year }) => code === node.code && year === node.year - 1)
          .map(asWindow);
  const alike = lastAlike(listed, node);
  const own = node.from_on <= today ? [{ role: 'own' as const, ...windowOfRow(node) }] : [];
  return [
    ...lastYear.map((window) => ({ role: 'last-year' as const, ...window })),
    ...(alike && alike.first !== lastYear[0]?.first
      ? [{ role: 'last-alike' as const, ...asWindow(alike) }]
      : []),
    ...own,
  ];
}

/** The last of its family that was over before this one began: what lies in it is none to compare with. */
export function lastAlike(listed: readonly YearNode[], node: NodeRow): YearNode | undefined {
  return listed
    .filter(
      ({ code, family, last }) =>
        family === node.family && code !== node.code && last < node.first_on,
    )
    .toSorted((a, b) => b.last.localeCompare(a.last))[0];
}

const asWindow = ({ name, year, first, last, from, to }: YearNode): DayWindow => ({
  name: `${year}年${name}`,
  ...{ first, last, from, to },
});

const windowOfRow = ({ name, year, first_on, last_on, from_on, to_on }: NodeRow): DayWindow => ({
  name: `${year}年${name}`,
  ...{ first: first_on, last: last_on, from: from_on, to: to_on },
});

const weeks = 4;

/** 平时: the four weeks before each window, less every day of a holiday's window. */
export async function ordinaryDays(
  ctx: Context,
  windows: readonly DayWindow[],
): Promise<readonly string[]> {
  const spans = windows.map(({ from }) => ({
    from: dayAfter(from, -7 * weeks),
    to: dayAfter(from, -1),
  }));
  const days = [...new Set(spans.flatMap(eachDay))].toSorted();
  const years = [...new Set(days.map((on) => Number(on.slice(0, 4))))];
  const holidays = (await Promise.all(years.map((year) => nodesOfYear(ctx, year))))
    .flat()
    .filter(({ family }) => family === 'holiday');
  const isHoliday = (on: string) =>
    [...holidays, ...windows].some(({ from, to }) => from <= on && on <= to);
  return days.filter((on) => !isHoliday(on));
}
