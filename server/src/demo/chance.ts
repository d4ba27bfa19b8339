import { type Dice, diceOf } from '../platform/testing/invented.ts';

/** Chance that comes out the same for the same seed, so that a demo can be looked at twice. */
export interface Chance {
  /** True in that share of cases. */
  of(share: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  one<T>(from: readonly T[]): T;
}

export function chanceOf(seed: string): Chance {
  const dice: Dice = diceOf(seed);
  return {
    of: (share) => dice() < share,
    between: (low, high) => low + Math.floor(dice() * (high - low + 1)),
    one: (from) => {
      const taken = from[Math.floor(dice() * from.length)];
      if (taken === undefined) throw new Error('Nothing to choose from.');
      return taken;
    },
  };
}
