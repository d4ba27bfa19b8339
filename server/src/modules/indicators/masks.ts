import { type FigureKey, figureKeys } from '@minsheng/contract/words/indicators.ts';
import { sql } from 'kysely';
import type { Fact } from './facts-of.ts';
import type { Mark } from './mark.ts';

/** 位: the place of a figure in the list. Numbers, not shifts: a shift loses what lies above thirty-one. */
export const bitOf = (figure: FigureKey): number => 2 ** figureKeys.indexOf(figure);

/** Written out, as the partial indexes have it: a parameter would not be known to lie in them. */
export const hasBit = (mask: 'f.counted' | 'f.raw_counted' | 'n.raw_counted', figure: FigureKey) =>
  sql.raw<boolean>(`${mask} & ${bitOf(figure)} <> 0`);

const sumOf = (marks: readonly Mark[]): number =>
  marks.reduce((sum, { figure }) => sum + bitOf(figure), 0);

/** How the marks of a fact are kept: one bit a figure in each mask. */
export function masksOf({ marks }: Fact) {
  const counted = marks.filter(({ isCounted }) => isCounted);
  const stands = counted.filter(({ leftOut }) => leftOut === null);
  const out = counted.flatMap(({ figure, leftOut }) =>
    leftOut ? [[figure, leftOut] as const] : [],
  );
  return {
    raw_counted: sumOf(counted),
    raw_met: sumOf(counted.filter(({ isMetRaw }) => isMetRaw)),
    counted: sumOf(stands),
    met: sumOf(stands.filter(({ isMet }) => isMet)),
    unknown: sumOf(marks.filter(({ isKnown }) => !isKnown)),
    left_out: out.length > 0 ? Object.fromEntries<string>(out) : null,
    amount: marks.find(({ amount }) => amount !== null)?.amount ?? null,
  };
}
