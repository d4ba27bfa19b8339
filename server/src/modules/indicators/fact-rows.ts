import { dayOf } from '../../platform/zone.ts';
import type { OrderFacts } from './facts-of.ts';
import { masksOf } from './masks.ts';

/** 一行事实 as it is kept. */
export interface FactRow {
  readonly no: number;
  readonly at: Date;
  readonly waits_until: Date | null;
  readonly county: string;
  readonly matter_code: string;
  readonly unit_code: string | null;
  readonly unit_path: string | null;
  readonly issue_id: string;
  readonly raw_counted: number;
  readonly raw_met: number;
  readonly counted: number;
  readonly met: number;
  readonly unknown: number;
  readonly left_out: Readonly<Record<string, string>> | null;
  readonly amount: number | null;
}

type Kept = Omit<FactRow, 'no'>;

/** 增减: what of the kept rows no longer stands, and what is new; rows that say the same stay where they are. */
export function differenceOf(
  kept: readonly FactRow[],
  made: OrderFacts,
): { leaving: FactRow[]; coming: FactRow[] } {
  const free = new Map<string, FactRow[]>();
  for (const row of kept) {
    const key = wordsOf(row);
    free.set(key, [...(free.get(key) ?? []), row]);
  }
  const coming = rowsOf(made).filter((row) => free.get(wordsOf(row))?.pop() === undefined);
  const taken = new Set(kept.map(({ no }) => no));
  const numbers = unused(taken, coming.length);
  return {
    leaving: [...free.values()].flat(),
    coming: coming.map((row, at) => ({ ...row, no: numbers[at] ?? 0 })),
  };
}

/** Also none of those that leave: within one statement their places are not free yet. */
function unused(taken: ReadonlySet<number>, many: number): number[] {
  const numbers: number[] = [];
  for (let no = 1; numbers.length < many; no += 1) if (!taken.has(no)) numbers.push(no);
  return numbers;
}

const rowsOf = ({ county, matter, issueId, facts }: OrderFacts): Kept[] =>
  facts.map((fact) => ({
    at: fact.at,
    waits_until: fact.waitsUntil,
    county,
    matter_code: matter,
    unit_code: fact.holder?.unit ?? null,
    unit_path: fact.holder?.path ?? null,
    issue_id: issueId,
    ...masksOf(fact),
  }));

const wordsOf = (row: Kept): string =>
  JSON.stringify([
    row.at.getTime(),
    row.waits_until?.getTime() ?? null,
    row.issue_id,
    ...countedBy(row),
  ]);

/** What a sum knows of a row, beside the month. */
const countedBy = (row: Kept): unknown[] => [
  row.county,
  row.matter_code,
  row.unit_code,
  row.unit_path,
  row.raw_counted,
  row.raw_met,
  row.counted,
  row.met,
  row.unknown,
  row.left_out && Object.entries(row.left_out).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  row.amount,
];

/** 对合计的增减: where a row only waits for another instant, nothing. */
export function changesOf(
  { leaving, coming }: { leaving: readonly FactRow[]; coming: readonly FactRow[] },
  zone: string,
): object[] {
  const changes = new Map<string, { row: FactRow; on: string; many: number }>();
  const add = (row: FactRow, by: 1 | -1) => {
    const on = `${dayOf(row.at.getTime(), zone).slice(0, 7)}-01`;
    const key = JSON.stringify([on, ...countedBy(row)]);
    changes.set(key, { row, on, many: (changes.get(key)?.many ?? 0) + by });
  };
  for (const row of leaving) add(row, -1);
  for (const row of coming) add(row, 1);
  return [...changes.values()]
    .filter(({ many }) => many !== 0)
    .map(({ row, on, many }) => {
      const { no: _, at: __, waits_until: ___, issue_id: ____, unit_path, ...rest } = row;
      return { ...rest, unit_path: unit_path ?? '', on_month: on, many };
    });
}
