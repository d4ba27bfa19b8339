import type { MatterRatio } from '../difficulty.ts';
import type { HeldRow } from './standings.repo.ts';

/** A unit with everything below it. */
export interface Rolled {
  code: string;
  numerator: number;
  denominator: number;
  rawNumerator: number;
  rawDenominator: number;
  duties: number;
  matters: MatterRatio[];
}

/** 逐级归集: what a village did is its township's too, and its county's; the city itself is nobody's peer. */
export function rollUp(
  held: readonly HeldRow[],
  duties: ReadonlyMap<string, number>,
  pathOf: (unit: string) => string | undefined,
): Rolled[] {
  const byCode = new Map<string, Rolled>();
  const above = (unit: string) => (pathOf(unit) ?? '').split('/').slice(1);
  for (const { unit, matter, numerator, denominator, ...raw } of held)
    for (const code of above(unit)) {
      const sum = sumOf(byCode, code);
      sum.numerator += numerator;
      sum.denominator += denominator;
      sum.rawNumerator += raw.rawNumerator;
      sum.rawDenominator += raw.rawDenominator;
      sum.matters.push({ matter, numerator, denominator });
    }
  for (const [unit, count] of duties)
    for (const code of above(unit)) sumOf(byCode, code).duties += count;
  return [...byCode.values()];
}

function sumOf(byCode: Map<string, Rolled>, code: string): Rolled {
  const known = byCode.get(code);
  if (known) return known;
  const sum: Rolled = {
    code,
    numerator: 0,
    denominator: 0,
    rawNumerator: 0,
    rawDenominator: 0,
    duties: 0,
    matters: [],
  };
  byCode.set(code, sum);
  return sum;
}
