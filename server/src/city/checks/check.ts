import type { CityIndex } from '../city-index.ts';
import type { CityPack } from '../pack.ts';
import type { At, Problem } from '../source.ts';
import { problemAt } from '../source.ts';

/** One rule a city's files must keep. */
export interface Check {
  /** What holds when nothing is found. */
  readonly rule: string;
  find(pack: CityPack, index: CityIndex): Problem[];
}

/** Rows for which a reason can be given. */
export function found<T>(
  rows: readonly At<T>[],
  reason: (row: At<T>) => string | readonly string[] | null,
): Problem[] {
  return rows.flatMap((row) => {
    const reasons = reason(row);
    if (reasons === null) return [];
    return [reasons].flat().map((sentence) => problemAt(row.at, sentence));
  });
}

/** Every row after the first that has the same key. */
export function repeated<T>(
  rows: readonly At<T>[],
  key: (row: At<T>) => string,
  reason: (key: string, firstLine: number) => string,
): Problem[] {
  const first = new Map<string, number>();
  return found(rows, (row) => {
    const known = first.get(key(row));
    if (known !== undefined) return reason(key(row), known);
    first.set(key(row), row.at.line);
    return null;
  });
}

/** Every row that is in force at the same time as an earlier row of the same code. */
export function overlapping<T extends Valid>(
  rows: readonly At<T>[],
  reason: (code: string, firstLine: number) => string,
): Problem[] {
  const before = new Map<string, At<T>[]>();
  return found(rows, (row) => {
    const earlier = before.get(row.code) ?? [];
    before.set(row.code, [...earlier, row]);
    const same = earlier.find((other) => startsBy(row, other) && startsBy(other, row));
    return same === undefined ? null : reason(row.code, same.at.line);
  });
}

interface Valid {
  readonly code: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Whether `row` begins before `other` has ended. */
function startsBy(row: Valid, other: Valid): boolean {
  return row.validFrom === null || other.validTo === null || row.validFrom <= other.validTo;
}

/** Follows `next` from a row; true when it comes back to where it has been. */
export function runsInCircle(start: string, next: (code: string) => string | null): boolean {
  const seen = new Set<string>();
  for (let code: string | null = start; code !== null; code = next(code)) {
    if (seen.has(code)) return true;
    seen.add(code);
  }
  return false;
}
