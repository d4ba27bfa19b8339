/** The next number in [0, 1). */
export type Dice = () => number;

/** Chance that comes out the same for the same seed, so that a demo can be looked at twice. */
export interface Chance {
  /** True in that share of cases. */
  of(share: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  one<T>(from: readonly T[]): T;
}

export function chanceOf(seed: string): Chance {
  const dice = diceOf(seed);
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

/** Even numbers in [0, 1) from any text (FNV-1a, then mulberry32): small, and the same on every machine. */
export function diceOf(seed: string): Dice {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
