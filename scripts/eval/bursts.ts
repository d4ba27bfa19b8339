import { guessColumns } from '../../server/src/import/guess-mapping.ts';
import * as text from '../../server/src/modules/text/index.ts';
import {
  type Alarm,
  dayHours,
  dayNo,
  dayOn,
  type Told,
  traitReader,
  walkBursts,
  wordKeysOf,
} from '../../server/src/modules/warnings/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { daysOfCity } from './city-days.ts';
import { isYes } from './forecast.ts';
import { readTime } from './read-day.ts';
import { maybeHeadOf, type Row, readRows } from './read-rows.ts';

/** What stood out, day by day, as it would have been raised then; the strongest shown with what they say. */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, { values: ['input', 'city'], marks: ['all-rows'] });
  const { appeals, contents, hasHours, skipped } = readAppeals(
    readRows(given.path('input')),
    given.has('all-rows'),
  );
  process.stderr.write(
    `${appeals.length} appeals, ${skipped} rows left out${hasHours ? ', by the hour' : ''}\n`,
  );
  let year = '';
  const alarms = walkBursts({
    appeals,
    traits: traitReader(daysOfCity(given.textOr('city', 'zhangzhou'))),
    hasHours,
    watchesWords: true,
    tellProgress: (day) => {
      const now = dayOn(day).slice(0, 4);
      if (now !== year) process.stderr.write(`${now} …\n`);
      year = now;
    },
  });
  for (const alarm of alarms) process.stdout.write(`${lineOf(alarm)}\n`);
  tellStrongest(alarms, appeals, contents);
  const weeks = Math.max(
    1,
    ((appeals.at(-1)?.hour ?? 0) - (appeals[0]?.hour ?? 0)) / (7 * dayHours),
  );
  return {
    alarms: alarms.length,
    weeks: Math.round(weeks),
    perWeek: Math.round((100 * alarms.length) / weeks) / 100,
    mostInSevenDays: mostInSevenDays(alarms),
    appeals: appeals.length,
  };
}

const said = (hour: number): string => {
  const day = Math.floor(hour / dayHours);
  const clock = Math.floor(hour - day * dayHours);
  return clock === 0 ? dayOn(day) : `${dayOn(day)} ${String(clock).padStart(2, '0')}:00`;
};

/** The day that had ended, or the hour. */
const raised = (at: number): string => (at % dayHours === 0 ? said(at - dayHours) : said(at));

function lineOf({ at, stirrings, since, words, refs }: Alarm): string {
  const [lead] = stirrings;
  if (!lead) return '';
  const span = lead.to - lead.from;
  return [
    raised(at),
    stirrings
      .slice(0, 5)
      .map(({ key }) => key)
      .join(' '),
    `${span < dayHours ? `${span} h` : `${span / dayHours} d`}: ${lead.seen}, expected ${lead.low}–${lead.high}`,
    `since ${said(since)}`,
    `strength ${lead.strength.toFixed(1)}`,
    words.join('、'),
    `e.g. ${refs.slice(0, 4).join(' ')}`,
  ].join(' | ');
}

const strongest = 10;

function tellStrongest(
  alarms: readonly Alarm[],
  appeals: readonly Told[],
  contents: readonly string[],
): void {
  const byRef = new Map(appeals.map(({ ref }, no) => [ref, contents[no] ?? '']));
  const ranked = alarms.toSorted((a, b) => b.happening.strength - a.happening.strength);
  for (const alarm of ranked.slice(0, strongest)) {
    process.stderr.write(`\n${lineOf(alarm)}\n`);
    for (const ref of alarm.refs.slice(0, 4))
      process.stderr.write(`    ${(byRef.get(ref) ?? '').replaceAll(/\s+/g, ' ').slice(0, 160)}\n`);
  }
}

function mostInSevenDays(alarms: readonly Alarm[]): number {
  const count = ({ at }: Alarm) =>
    alarms.filter((other) => other.at > at - 7 * dayHours && other.at <= at).length;
  return alarms.reduce((most, alarm) => Math.max(most, count(alarm)), 0);
}

const categories: readonly { readonly kind: string; readonly heads: RegExp }[] = [
  {
    kind: 'matter',
    heads:
      /^(事项|诉求|问题|工单|业务)?(分类|类别|类目|大类|小类|一级分类|二级分类|三级分类|子类|领域)$|事项|^(matter|category|class|topic|label|domain|subcategory|type1|type2)$/,
  },
  {
    kind: 'unit',
    heads: /(承办|办理|责任|处理|回复|主办)(单位|部门)|^(unit|department|dept|agency|office)$/,
  },
  {
    kind: 'place',
    heads:
      /区县|县区|所属区域|行政区|辖区|乡镇|街道|社区|^(district|area|county|town|region|city|street)$/,
  },
];
const mostValues = 3000;
const longestRead = 1200;
/** The same words again within a week: many who say alike are seen, one who repeats is not many. */
const mostAlike = 3;

function readAppeals(rows: readonly Row[], takesAll: boolean) {
  const heads = Object.keys(rows[0] ?? {});
  const columns = guessColumns(heads, rows.slice(0, 500));
  const time = columns.acceptedAt?.[0];
  const words = columns.content?.[0];
  if (time === undefined || words === undefined)
    throw new UsageError(
      `no column of ${time === undefined ? 'times' : 'texts'}; there are: ${heads.join(', ')}`,
    );
  const sampled = takesAll ? null : maybeHeadOf(rows, ['random_sample']);
  const named = categoriesIn(rows, heads);
  const ref = columns.externalId?.[0];
  const alike = new Map<string, number>();
  const read = rows.flatMap((row, no) => {
    const at = readTime(row[time] ?? '');
    const content = `${row[columns.title?.[0] ?? ''] ?? ''} ${row[words] ?? ''}`.trim();
    if (at === null || (sampled !== null && !isYes(row[sampled]))) return [];
    const said = content.replaceAll(/[^\p{L}]/gu, '').slice(0, 120);
    const same = `${Math.floor(dayNo(at.on) / 7)} ${said}`;
    alike.set(same, (alike.get(same) ?? 0) + 1);
    if ((alike.get(same) ?? 0) > mostAlike) return [];
    const keys = keysOf(row, named);
    return [{ at, content, keys, ref: row[ref ?? ''] || `#${no + 1}` }];
  });
  const hasHours =
    read.filter(({ at }) => at.hour !== null).length > read.length * 0.9 && spreads(read);
  const sorted = read
    .map(({ at, ...rest }) => ({
      ...rest,
      hour: dayNo(at.on) * dayHours + (hasHours ? (at.hour ?? 12) : 12),
    }))
    .sort((a, b) => a.hour - b.hour);
  const appeals = sorted.map(({ hour, ref, keys, content }) => ({
    hour,
    ref,
    keys,
    words: wordKeysOf(text.wordsOf(content.slice(0, longestRead))),
  }));
  const contents = sorted.map(({ content }) => content);
  return { appeals, contents, hasHours, skipped: rows.length - appeals.length };
}

/** Hours that are all midnight are none. */
const spreads = (read: readonly { at: { hour: number | null } }[]): boolean =>
  new Set(read.slice(0, 5000).map(({ at }) => at.hour)).size > 6;

interface Category {
  readonly kind: string;
  readonly head: string;
}

function categoriesIn(rows: readonly Row[], heads: readonly string[]): Category[] {
  const plain = (head: string) => head.toLowerCase().replaceAll(/[\s_\-()()【】[\]]/g, '');
  return categories.flatMap(({ kind, heads: says }) =>
    heads
      .filter((head) => says.test(plain(head)))
      .filter((head) => {
        const values = new Set(rows.map((row) => row[head] ?? ''));
        return values.size > 1 && values.size <= mostValues;
      })
      .map((head) => ({ kind, head })),
  );
}

/** Each category alone, and a matter at a place. */
function keysOf(row: Row, named: readonly Category[]): string[] {
  const own = named.flatMap(({ kind, head }) => {
    const value = (row[head] ?? '').trim().slice(0, 60);
    return value === '' ? [] : [{ kind, key: `${kind}:${value}` }];
  });
  const places = own.filter(({ kind }) => kind === 'place');
  const pairs = own
    .filter(({ kind }) => kind !== 'place')
    .flatMap(({ key }) => places.map((place) => `${key}@${place.key.slice('place:'.length)}`));
  return [...new Set([...own.map(({ key }) => key), ...pairs])];
}
