import {
  type FigureKey,
  figureKeys,
  type LeftOutCode,
  leftOutCodes,
  minimumSample,
} from '@minsheng/contract/words/indicators.ts';
import { bitOf } from './masks.ts';
import type { Sum } from './sums.repo.ts';

interface Fraction {
  numerator: number;
  denominator: number;
}

/** 数 as it is counted, before it is shown. */
export interface Count {
  readonly adjusted: Fraction;
  readonly raw: Fraction;
  readonly leftOut: Map<LeftOutCode, number>;
  readonly coverage: { known: number; of: number };
}

export type Tally = ReadonlyMap<FigureKey, Count>;

/** So many facts with the same masks. */
export interface Alike {
  readonly raw_counted: number;
  readonly raw_met: number;
  readonly counted: number;
  readonly met: number;
  readonly unknown: number;
  readonly left_out: Readonly<Record<string, string>> | null;
  readonly waits: boolean;
  readonly count: number;
}

const has = (mask: number, bit: number): boolean => Math.floor(mask / bit) % 2 === 1;

export function emptyTally(): Tally {
  return new Map(
    figureKeys.map((key) => [
      key,
      {
        adjusted: { numerator: 0, denominator: 0 },
        raw: { numerator: 0, denominator: 0 },
        leftOut: new Map(),
        coverage: { known: 0, of: 0 },
      },
    ]),
  );
}

/** 合计: what is not due yet stands neither above nor below the line; it is left out as X12, and said so. */
export function tallyOf(groups: readonly Alike[]): Tally {
  const tally = emptyTally();
  for (const group of groups)
    for (const [key, count] of tally) {
      const bit = bitOf(key);
      if (has(group.raw_counted, bit) || has(group.unknown, bit)) add(count, group, key, bit);
    }
  return tally;
}

function add(count: Count, group: Alike, key: FigureKey, bit: number): void {
  const many = group.count;
  if (group.waits) {
    leaveOut(count, 'X12', many);
    return;
  }
  const isCounted = has(group.raw_counted, bit);
  count.coverage.of += many;
  if (!has(group.unknown, bit)) count.coverage.known += many;
  if (!isCounted) return;
  count.raw.denominator += many;
  if (has(group.raw_met, bit)) count.raw.numerator += many;
  if (has(group.counted, bit)) count.adjusted.denominator += many;
  if (has(group.met, bit)) count.adjusted.numerator += many;
  const code = leftOutCodes.find((known) => known === group.left_out?.[key]);
  if (code) leaveOut(count, code, many);
}

/** 合计 of what the database has added up. */
export function tallyOfSums(sums: readonly Sum[]): Tally {
  const tally = emptyTally();
  for (const sum of sums) {
    const count = tally.get(sum.figure);
    if (count) addSum(count, sum);
  }
  return tally;
}

function addSum(count: Count, sum: Sum): void {
  if (sum.waits) {
    leaveOut(count, 'X12', sum.total);
    return;
  }
  count.coverage.of += sum.total;
  count.coverage.known += sum.total - sum.unknown;
  count.raw.denominator += sum.raw_counted;
  count.raw.numerator += sum.raw_met;
  count.adjusted.denominator += sum.counted;
  count.adjusted.numerator += sum.met;
  if (sum.code !== '') leaveOut(count, sum.code, sum.raw_counted);
}

function leaveOut({ leftOut }: Count, code: LeftOutCode, many: number): void {
  leftOut.set(code, (leftOut.get(code) ?? 0) + many);
}

/** In the order of the codes. */
export const leftOutOf = ({ leftOut }: Count): { code: LeftOutCode; count: number }[] =>
  leftOutCodes.flatMap((code) => {
    const count = leftOut.get(code);
    return count ? [{ code, count }] : [];
  });

export const hasRate = ({ adjusted }: Pick<Count, 'adjusted'>): boolean =>
  adjusted.denominator >= minimumSample;
