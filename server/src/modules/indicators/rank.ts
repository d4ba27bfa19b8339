import { minimumSample } from '@minsheng/contract/words/indicators.ts';
import { type Interval, type Ratio, wilson } from './wilson.ts';

/** Whether more is better, as with 满意率, or less, as with 重办率. */
export type Direction = 'up' | 'down';

export interface Standing extends Ratio {
  code: string;
}

export type Ranked<S extends Standing> = S & {
  /** Null where the sample is too small: shown, never placed. */
  place: number | null;
  interval: Interval | null;
};

/**
 * 同组排序: by the bound of the interval that is worse for the unit, so that 22 of 22 does not stand before 6,400 of
 * 6,530. Equal bounds share a place. Those below the sample come last, in the order of their codes.
 */
export function rank<S extends Standing>(
  standings: readonly S[],
  direction: Direction,
): Ranked<S>[] {
  const measured = standings.map((standing) => {
    const interval = wilson(standing);
    const isPlaced = interval !== null && standing.denominator >= minimumSample;
    return { standing, interval, merit: isPlaced ? meritOf(interval, direction) : null };
  });
  const placed = measured
    .flatMap(({ merit, ...rest }) => (merit === null ? [] : [{ ...rest, merit }]))
    .toSorted((a, b) => b.merit - a.merit || byCode(a.standing, b.standing));
  const small = measured
    .filter(({ merit }) => merit === null)
    .toSorted((a, b) => byCode(a.standing, b.standing));
  return [
    ...placed.map(({ standing, interval, merit }) => ({
      ...standing,
      interval,
      place: placed.findIndex((other) => other.merit === merit) + 1,
    })),
    ...small.map(({ standing, interval }) => ({ ...standing, interval, place: null })),
  ];
}

const meritOf = ({ low, high }: Interval, direction: Direction): number =>
  direction === 'up' ? low : 1 - high;

function byCode(a: Standing, b: Standing): number {
  return a.code < b.code ? -1 : 1;
}
