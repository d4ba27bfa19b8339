/** Chance that repeats itself: the same seed, the same numbers. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  shuffle(numbers: Int32Array): void;
}

export function randomFrom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    shuffle(numbers) {
      for (let last = numbers.length - 1; last > 0; last -= 1) {
        const other = Math.floor(next() * (last + 1));
        const kept = numbers[last] ?? 0;
        numbers[last] = numbers[other] ?? 0;
        numbers[other] = kept;
      }
    },
  };
}
