import {
  findPlaces,
  findSubjects,
  type Gazetteer,
  lineageOf,
  type Places,
  subjectKey,
  subjectLikeness,
} from '../../server/src/modules/mentions/index.ts';
import { areaSaid } from './area-said.ts';
import { type Arguments, readArguments, UsageError } from './arguments.ts';
import { citiesToRead } from './city-of-rows.ts';
import { countNamedPlaces } from './named-places.ts';
import { detailHeads, titleHeads } from './read-messages.ts';
import { headOf, maybeHeadOf, type Row, readRows } from './read-rows.ts';

// npm run -s eval -- places --input F [--city C | --areas F] [--text HEAD] [--district HEAD]: how often the words of rows that
// carry a district lead to it, and to the town and village where the row says those too; and whether the thing complained of is found.

const levels = ['county', 'town', 'village'] as const;
type Level = (typeof levels)[number];

const districtHeads = [
  ...[
    'area',
    'district',
    'county',
    'region',
    '区县',
    '区域',
    '行政区',
    '行政区划',
    '所属区',
    '所属区域',
  ],
  ...['所在区', '所在区域', '辖区', '区划', '事发区域', '市区', '所属区县'],
];
const subjectHeads = ['subject', 'subject_name', '被反映对象', '被诉对象', '被投诉对象'];

/** Of one thing by another spelling (`subjectLikeness`). */
const likeEnough = 0.6;
const shownSubjects = 3;

export async function evaluate(args: readonly string[]): Promise<Record<string, unknown>> {
  const given = readArguments(args, {
    values: ['input', 'city', 'areas', 'text', 'district'],
    marks: [],
  });
  const rows = readRows(given.path('input'));
  if (rows.length === 0) throw new UsageError('no rows');
  const gazetteerFor = citiesToRead(given);
  const read = readingOf(rows, given);
  const counts = new Map(levels.map((level) => [level, countOf()]));
  const subjects = { rows: 0, first: 0, shown: 0 };
  const named = countNamedPlaces();
  let unknown = 0;
  let withoutPlace = 0;
  let givenWithoutPlace = 0;
  const beganAt = performance.now();
  for (const row of rows) {
    const gazetteer = gazetteerFor(row);
    const places = findPlaces(read.words(row), gazetteer);
    const said = read.district(row);
    const truth = said === '' ? null : areaSaid(gazetteer, said);
    if (said === '') {
      withoutPlace += 1;
      if (chosen(places) !== null) givenWithoutPlace += 1;
    } else if (truth === null) unknown += 1;
    else judge(counts, gazetteer, truth, chosen(places));
    const answer = chosen(places);
    named.count(gazetteer, { place: row.place ?? '', truth, answer, places });
    countSubject(subjects, read.words(row), gazetteer, read.subject(row));
  }
  const perRow = (performance.now() - beganAt) / rows.length;
  return {
    district: figures(counts.get('county')),
    town: figures(counts.get('town')),
    village: figures(counts.get('village')),
    named: named.figures(),
    withoutPlace: { rows: withoutPlace, given: givenWithoutPlace },
    districtUnknownToTheAreas: unknown,
    subject: {
      rows: subjects.rows,
      recall: share(subjects.shown, subjects.rows),
      first: share(subjects.first, subjects.rows),
    },
    msPerRow: Math.round(perRow * 100) / 100,
  };
}

interface Reading {
  readonly words: (row: Row) => string;
  readonly district: (row: Row) => string;
  readonly subject: (row: Row) => string;
}

function readingOf(rows: readonly Row[], given: Arguments): Reading {
  const detail = given.has('text') ? given.text('text') : headOf(rows, detailHeads);
  const title = given.has('text') ? null : maybeHeadOf(rows, titleHeads);
  const district = given.has('district') ? given.text('district') : headOf(rows, districtHeads);
  // Where the head `subject` holds titles, as in letters, it names no thing complained of.
  const subject = maybeHeadOf(
    rows,
    subjectHeads.filter((head) => head !== title),
  );
  process.stderr.write(
    `texts: ${title ?? ''} ${detail}; district: ${district}; thing: ${subject ?? '-'}\n`,
  );
  const cell = (row: Row, head: string | null) => (head === null ? '' : (row[head] ?? '').trim());
  return {
    words: (row) => [cell(row, title), cell(row, detail)].filter((part) => part !== '').join('。'),
    district: (row) => cell(row, district),
    subject: (row) => cell(row, subject),
  };
}

const chosen = ({ best }: Places): string | null =>
  best.offers.length === 1 ? (best.offers[0]?.code ?? null) : null;

interface Count {
  rows: number;
  given: number;
  right: number;
}
const countOf = (): Count => ({ rows: 0, given: 0, right: 0 });

function judge(
  counts: ReadonlyMap<Level, Count>,
  gazetteer: Gazetteer,
  truth: string,
  answer: string | null,
): void {
  for (const [level, count] of counts) {
    const right = atLevel(gazetteer, truth, level);
    if (right === null) continue;
    const said = answer === null ? null : atLevel(gazetteer, answer, level);
    count.rows += 1;
    if (said === null) continue;
    count.given += 1;
    if (said === right) count.right += 1;
  }
}

const atLevel = (gazetteer: Gazetteer, code: string, level: Level): string | null =>
  lineageOf(gazetteer, code).find((each) => gazetteer.byCode.get(each)?.level === level) ?? null;

const figures = ({ rows, given, right }: Count = countOf()) => ({
  rows,
  precision: share(right, given),
  recall: share(right, rows),
  coverage: share(given, rows),
});

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;

function countSubject(
  counts: { rows: number; first: number; shown: number },
  words: string,
  gazetteer: Gazetteer,
  name: string,
): void {
  const key = name === '' ? null : subjectKey(name);
  if (key === null) return;
  const found = findSubjects(words, gazetteer)
    .slice(0, shownSubjects)
    .map((subject) => subjectLikeness(subject.key, key) >= likeEnough);
  counts.rows += 1;
  if (found[0]) counts.first += 1;
  if (found.includes(true)) counts.shown += 1;
}
