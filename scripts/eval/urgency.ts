import { join } from 'node:path';
import { isMoreUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
import { z } from 'zod';
import { type CityPack, readCity } from '../../server/src/city/index.ts';
import { guessColumns } from '../../server/src/import/guess-mapping.ts';
import { dangerReader, readDanger } from '../../server/src/modules/danger/index.ts';
import { urgencyOf } from '../../server/src/modules/intake/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { readTime } from './read-day.ts';
import { readRows } from './read-rows.ts';

const root = join(import.meta.dirname, '../..');

/** Is every emergency heard, and how often is there an alarm without one. `--input F` counts a file's own U1 rows instead. */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, { values: ['input', 'half'], marks: ['misses'] });
  const packs = ['zhangzhou', 'hami'].map((city) => readCity(join(root, 'cities', city)));
  if (given.textOr('input', '') !== '') return countRows(given.path('input'), packs);
  const half = given.textOr('half', 'tell');
  const measured = measure(half, packs, given.has('misses') && half === 'choose');
  return { half, ...measured };
}

const line = z.object({
  id: z.string(),
  title: z.string().nullable(),
  detail: z.string(),
  hour: z.number().nullable(),
  examDay: z.boolean(),
  kind: z.string(),
  expect: z.enum(['U1', 'U2']).nullable(),
});

function linesOf(name: string): z.output<typeof line>[] {
  return readRows(join(root, 'evals/urgency', `${name}.jsonl`)).map((row) =>
    line.parse({
      ...row,
      hour: row.hour ? Number(row.hour) : null,
      examDay: row.examDay === 'true',
      title: row.title || null,
      expect: row.expect || null,
    }),
  );
}

/** What the machine says of a text, by the triggers of both cities: the texts are of both. */
function heardBy(packs: readonly CityPack[]) {
  const triggers = [
    ...new Map(packs.flatMap((pack) => pack.triggers.map((row) => [row.code, row]))).values(),
  ];
  const calm = packs[0]?.calmWords ?? [];
  const reader = readerOf(packs);
  return (text: string, hour: number | null, isExamDay: boolean) =>
    urgencyOf({
      text,
      matterUrgency: 'U3',
      isNight: hour !== null && (hour >= 19 || hour < 7),
      isExamDay,
      isNearQuiet: false,
      triggers,
      calm,
      reading: readDanger(reader, text),
    });
}

function readerOf([pack]: readonly CityPack[]) {
  const examples = Map.groupBy(pack?.dangerExamples ?? [], ({ kind }) => kind);
  return dangerReader({
    kinds: pack?.dangerKinds ?? [],
    groups: pack?.dangerWords ?? [],
    examples: Array.from(examples, ([kind, rows]) => ({
      kind,
      texts: rows.map(({ text }) => text),
    })),
  });
}

function measure(half: string, packs: readonly CityPack[], tellsMisses: boolean) {
  const hear = heardBy(packs);
  const of = (name: string) =>
    linesOf(`${name}-${half}`).map((row) => {
      const { urgency, ruled, raisedBy, doubted } = hear(
        `${row.title ?? ''}\n${row.detail}`,
        row.hour,
        row.examDay,
      );
      return { ...row, urgency, ruled, raisedBy, isHinted: doubted.length > 0 };
    });
  const emergencies = of('emergencies');
  const calm = of('near-misses');
  const isFound = ({ urgency }: { urgency: Urgency }) => isMoreUrgent(urgency, 'U3');
  const isRuled = ({ ruled }: { ruled: Urgency }) => isMoreUrgent(ruled, 'U3');
  const isEnough = ({ urgency, expect }: { urgency: Urgency; expect: Urgency | null }) =>
    expect !== null && !isMoreUrgent(expect, urgency);
  if (tellsMisses)
    tell(
      emergencies.filter((row) => !isFound(row)),
      calm.filter(isFound),
    );
  return {
    recall: rate(emergencies.filter(isFound).length, emergencies.length),
    recallAtLevel: rate(emergencies.filter(isEnough).length, emergencies.length),
    recallWithHint: rate(
      emergencies.filter((row) => isFound(row) || row.isHinted).length,
      emergencies.length,
    ),
    byRulesAlone: {
      recall: rate(emergencies.filter(isRuled).length, emergencies.length),
      falseAlarms: calm.filter(isRuled).length,
    },
    falseAlarms: calm.filter(isFound).length,
    falseU1: calm.filter(({ urgency }) => urgency === 'U1').length,
    falseWithHint: calm.filter((row) => isFound(row) || row.isHinted).length,
    of: { emergencies: emergencies.length, nearMisses: calm.length },
    byKind: byKind(emergencies, calm, isFound),
  };
}

interface Judged {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly detail: string;
  readonly raisedBy: readonly { readonly words: readonly string[] }[];
}

function tell(missed: readonly Judged[], falsely: readonly Judged[]): void {
  const said = ({ id, kind, title, detail, raisedBy }: Judged) =>
    `${id} ${kind} ${title ?? ''}|${detail}${raisedBy.map(({ words }) => ` [${words.join(' ')}]`).join('')}`;
  process.stderr.write(
    `missed:\n${missed.map(said).join('\n')}\n\nfalse:\n${falsely.map(said).join('\n')}\n`,
  );
}

function byKind<T extends { kind: string; urgency: Urgency }>(
  emergencies: readonly T[],
  calm: readonly T[],
  isFound: (row: T) => boolean,
): Record<string, string> {
  const kinds = [...new Set(emergencies.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = emergencies.filter((row) => row.kind === kind);
      const near = calm.filter((row) => row.kind === kind);
      return [
        kind,
        `${own.filter(isFound).length}/${own.length}, false ${near.filter(isFound).length}/${near.length}`,
      ];
    }),
  );
}

const rate = (part: number, whole: number): number =>
  Math.round((1000 * part) / Math.max(1, whole)) / 1000;

/** How many rows of a real file would be raised, and which: a person reads them. */
function countRows(path: string, packs: readonly CityPack[]) {
  const rows = readRows(path);
  const columns = guessColumns(Object.keys(rows[0] ?? {}), rows.slice(0, 500));
  const content = columns.content?.[0];
  if (content === undefined)
    throw new UsageError(`no column of texts; there are: ${Object.keys(rows[0] ?? {}).join(', ')}`);
  const hear = heardBy(packs);
  const counts = {
    rows: rows.length,
    U1: 0,
    U2: 0,
    hinted: 0,
    ordinary: 0,
    ordinaryRaised: 0,
    ordinaryRuled: 0,
  };
  const isOrdinary = ordinaryLeaves(packs);
  for (const row of rows) {
    const text = `${row[columns.title?.[0] ?? ''] ?? ''}\n${row[content] ?? ''}`;
    const hour = readTime(row[columns.acceptedAt?.[0] ?? ''] ?? '')?.hour ?? null;
    const { urgency, ruled, raisedBy, doubted } = hear(text, hour, false);
    if (isOrdinary(row.label ?? '')) {
      counts.ordinary += 1;
      if (urgency !== 'U3') counts.ordinaryRaised += 1;
      if (ruled !== 'U3') counts.ordinaryRuled += 1;
    }
    if (urgency === 'U2') counts.U2 += 1;
    if (doubted.length > 0) counts.hinted += 1;
    if (urgency !== 'U1') continue;
    counts.U1 += 1;
    const words = raisedBy.map(({ trigger, words }) => `${trigger.code}: ${words.join(' ')}`);
    process.stderr.write(`[${words.join('; ')}] ${text.replaceAll(/\s+/g, ' ').slice(0, 240)}\n`);
  }
  return counts;
}

/** Where the rows say their matter: those of matters that are not urgent by themselves show how often there is an alarm in ordinary traffic. */
function ordinaryLeaves(packs: readonly CityPack[]) {
  const urgencyOfLeaf = new Map(
    packs.flatMap(({ matters }) => matters.map(({ code, urgency }) => [code, urgency])),
  );
  return (label: string) => !isMoreUrgent(urgencyOfLeaf.get(label) ?? 'U1', 'U3');
}
