import type { CityPack } from '../pack.ts';
import type { DutyRow } from '../rows.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

const minutesOfDay = 24 * 60;

/** Whoever does not answer has somebody behind them, in a village too: an unsigned emergency rings the next. */
const positions = [1, 2];

export const dutyChecks: readonly Check[] = [
  {
    rule: '值班单位存在且接单',
    find: (pack, index) =>
      found(pack.duty, ({ unit }) => {
        const known = index.units.get(unit);
        if (known === undefined) return text.unknownUnit(unit);
        return known.takesOrders ? null : text.unitTakesNone(unit);
      }),
  },
  {
    rule: '同一班次的顺位不重复',
    find: (pack) =>
      repeated(
        pack.duty,
        ({ unit, weekdays, from, to, position }) =>
          [unit, weekdays.join(','), from, to, position].join(' '),
        text.twice,
      ),
  },
  {
    rule: '岗位名中没有号码',
    find: (pack) =>
      found(pack.duty, ({ title }) => (/\d{5,}/.test(title) ? text.hasNumber(title) : null)),
  },
  {
    rule: '接单单位昼夜有人值班,并有第二顺位',
    find: (pack) => {
      const rosters = Map.groupBy(pack.duty, (row) => row.unit);
      return found(
        pack.units.filter((unit) => unit.takesOrders),
        (unit) => gapOf(rosters.get(unit.code) ?? []),
      );
    },
  },
];

function gapOf(roster: readonly DutyRow[]): string | null {
  const open = positions.find((position) =>
    hasGap(roster.filter((row) => row.position === position)),
  );
  return open === undefined ? null : text.dutyGap(open);
}

/** Whether some minute of the week has nobody. */
function hasGap(rows: readonly DutyRow[]): boolean {
  const spans = rows.flatMap(weekSpans).sort(([a], [b]) => a - b);
  let covered = 0;
  for (const [from, to] of spans) {
    if (from > covered) return true;
    covered = Math.max(covered, to);
  }
  return covered < 7 * minutesOfDay;
}

function weekSpans({ weekdays, from, to }: CityPack['duty'][number]): [number, number][] {
  const start = minutes(from);
  const end = minutes(to) > start ? minutes(to) : minutes(to) + minutesOfDay;
  return weekdays.flatMap((weekday): [number, number][] => {
    const begin = (weekday - 1) * minutesOfDay + start;
    const finish = (weekday - 1) * minutesOfDay + end;
    const week = 7 * minutesOfDay;
    return finish > week
      ? [
          [begin, week],
          [0, finish - week],
        ]
      : [[begin, finish]];
  });
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
