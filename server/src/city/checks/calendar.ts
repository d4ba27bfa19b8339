import type { OfficeHoursRow } from '../pack.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
/** No year's notice has given fewer. */
const leastDaysOff = 20;

export const calendarChecks: readonly Check[] = [
  {
    rule: '日历中日期不重复',
    find: (pack) => repeated(pack.calendar, (row) => row.date, text.twice),
  },
  {
    rule: '补班日是周末,写明来源',
    find: (pack) =>
      found(pack.calendar, ({ date, kind }) =>
        kind === 'work' && !isWeekend(date) ? text.workOnWeekday(date) : null,
      ),
  },
  {
    rule: '2017 至 2026 年的节假日齐全',
    find: (pack) => {
      const at = pack.calendar[0]?.at;
      if (at === undefined) return [];
      return years.flatMap((year) => {
        const off = pack.calendar.filter(
          (row) => row.kind === 'off' && row.date.startsWith(`${year}-`),
        ).length;
        return off >= leastDaysOff ? [] : [{ ...at, reason: text.yearThin(year, off) }];
      });
    },
  },
  {
    rule: '办公时间不倒置、不重叠,四季都有',
    find: (pack) => [
      ...found(pack.officeHours, ({ spans }) => {
        const edges = spans.flat();
        const isOrdered = edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? ''));
        return isOrdered ? null : text.spansCross;
      }),
      ...seasonGap(pack.officeHours),
    ],
  },
];

function seasonGap(rows: readonly OfficeHoursRow[]) {
  const at = rows[0]?.at;
  if (at === undefined) return [];
  const first = rows.map((row) => row.validFrom).sort()[0];
  const founding = rows.filter((row) => row.validFrom === first);
  const open = monthDays().find((day) => !founding.some((row) => inSeason(row, day)));
  return open === undefined ? [] : [{ ...at, reason: text.dayWithoutHours(open) }];
}

function inSeason({ season }: OfficeHoursRow, day: string): boolean {
  if (season === null) return true;
  const { from, to } = season;
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

function monthDays(): string[] {
  const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const two = (value: number) => String(value).padStart(2, '0');
  return lengths.flatMap((length, month) =>
    Array.from({ length }, (_, day) => `${two(month + 1)}-${two(day + 1)}`),
  );
}

/** Days since a Thursday, so that no clock or zone is needed. */
function isWeekend(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  return (days + 3) % 7 >= 5;
}
