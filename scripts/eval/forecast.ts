import {
  type DayCount,
  measureForecasts,
  type Series,
  seriesOf,
  traitReader,
  walkWeeksAndDays,
} from '../../server/src/modules/warnings/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { daysOfCity } from './city-days.ts';
import { readTime } from './read-day.ts';
import { maybeHeadOf, type Row, readRows } from './read-rows.ts';

/** How many appeals a day and a week will bring, one step ahead, beside what simple rules would say. */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, { values: ['history', 'test', 'city'], marks: [] });
  const history = countDays(readRows(given.path('history')));
  const test = countDays(readRows(given.path('test')));
  const from = test.map(({ on }) => on).reduce((a, b) => (a < b ? a : b), '9999');
  if (history.length === 0 || test.length === 0) throw new UsageError('no row has a date');
  const series = seriesOf([...history.filter(({ on }) => on < from), ...test]);
  process.stderr.write(`${said(series)}; told from ${from}\n`);
  const traits = traitReader(daysOfCity(given.textOr('city', 'zhangzhou')));
  const { weeks, days } = walkWeeksAndDays({ series, traits, from });
  return {
    weekly: measureForecasts(weeks),
    daily: days === null ? null : measureForecasts(days),
  };
}

const said = ({ counts, unitDays }: Series): string =>
  `${counts.length} ${unitDays === 7 ? 'weeks' : 'days'}, ${counts.filter(Number.isNaN).length} of them not counted`;

const dateHeads =
  /日期|时间|^(date|day|week|ds|time|datetime|created|createdat|acceptedat|timestamp)$/;
const countHeads =
  /^(count|counts|n|num|number|total|value|volume|calls|cases|orders|y|数量|件数|总数|总量|合计|计数|次数|[一-鿿]*(受理|来电|诉求|工单|话务)(量|数|件数|总数))$/;

/** Rows that are counts already, or one row an appeal. */
function countDays(rows: readonly Row[]): DayCount[] {
  const heads = Object.keys(rows[0] ?? {});
  const plain = (head: string) => head.toLowerCase().replaceAll(/[\s_\-()()]/g, '');
  const date = heads.find((head) => dateHeads.test(plain(head))) ?? firstOfTimes(rows, heads);
  if (date === undefined)
    throw new UsageError(`no column of dates; there are: ${heads.join(', ')}`);
  const others = heads.filter((head) => head !== date);
  const only = others.length === 1 ? others[0] : undefined;
  const counted =
    others.find((head) => countHeads.test(plain(head))) ??
    (only !== undefined && isNumbers(rows, only) ? only : undefined);
  const sampled = maybeHeadOf(rows, ['random_sample']);
  return rows.flatMap((row) => {
    if (sampled !== null && !isYes(row[sampled])) return [];
    const time = readTime(row[date] ?? '');
    const count = counted === undefined ? 1 : Number((row[counted] ?? '').replaceAll(',', ''));
    return time === null || !Number.isFinite(count) ? [] : [{ on: time.on, count }];
  });
}

export const isYes = (cell: string | undefined): boolean =>
  /^(1|1\.0|true|yes|y|t|是)$/i.test((cell ?? '').trim());

const firstOfTimes = (rows: readonly Row[], heads: readonly string[]): string | undefined =>
  heads.find((head) => rows.slice(0, 200).every((row) => readTime(row[head] ?? '') !== null));

const isNumbers = (rows: readonly Row[], head: string): boolean =>
  rows.slice(0, 200).every((row) => /^[\d,]+(\.\d+)?$/.test((row[head] ?? '').trim()));
