import { minimumSample } from '@minsheng/contract/words/indicators.ts';
import type { Ratio } from './wilson.ts';

/** What became of the orders of one matter. */
export interface MatterRatio extends Ratio {
  matter: string;
}

export interface Difficulty {
  /** What a unit of the city would have reached with just these matters. */
  expected: number;
  /** Percentage points as a share: above nothing, better than its matters let expect. */
  difference: number;
  /** How many of the orders are measured by their own matter, and not by the wider group or the city. */
  ownMatter: Ratio;
}

/** Leaf, second and first level of the classification; at last everything. */
const widths = [6, 4, 2, 0] as const;

/**
 * 难度校正: the rate each matter reached in history, weighted by what this unit was given; observed less expected. A
 * matter with a short history is measured by the group above it. Null where either side is empty.
 */
export function difficulty(
  unit: readonly MatterRatio[],
  history: readonly MatterRatio[],
): Difficulty | null {
  const known = histories(history);
  const seen = unit.filter(({ denominator }) => denominator > 0);
  let solved = 0;
  let wished = 0;
  let all = 0;
  let own = 0;
  for (const { matter, numerator, denominator } of seen) {
    const width = widths.find((one) => isEnough(known.get(matter.slice(0, one)), one));
    const past = width === undefined ? undefined : known.get(matter.slice(0, width));
    if (!past) return null;
    solved += numerator;
    all += denominator;
    wished += denominator * (past.numerator / past.denominator);
    if (width === widths[0]) own += denominator;
  }
  if (all === 0) return null;
  return {
    expected: wished / all,
    difference: (solved - wished) / all,
    ownMatter: { numerator: own, denominator: all },
  };
}

/** The whole city counts however short its history is. */
function isEnough(past: Ratio | undefined, width: number): boolean {
  if (!past || past.denominator === 0) return false;
  return width === 0 || past.denominator >= minimumSample;
}

function histories(history: readonly MatterRatio[]): Map<string, Ratio> {
  const sums = new Map<string, Ratio>();
  for (const { matter, numerator, denominator } of history) {
    for (const width of widths) {
      const key = matter.slice(0, width);
      const sum = sums.get(key) ?? { numerator: 0, denominator: 0 };
      sums.set(key, {
        numerator: sum.numerator + numerator,
        denominator: sum.denominator + denominator,
      });
    }
  }
  return sums;
}
