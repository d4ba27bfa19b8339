export interface Band {
  readonly low: number;
  readonly high: number;
}

/** 预测带: as wide as what was really missed lately, widened or narrowed until it holds as often as it says. */
export interface BandKeeper {
  around(expected: number): Band;
  learn(expected: number, seen: number): void;
}

/** Of so many days in ten the daily forecast says that they will lie inside. */
export const dailyShare = 0.8;
const kept = 180;
const halfLife = 60;
const enough = 8;
const pace = 0.02;

export function newBandKeeper(share: number): BandKeeper {
  const misses: number[] = [];
  let outside = 1 - share;
  const around = (expected: number): Band => {
    const tail = Math.max(0.01, Math.min(0.45, outside / 2));
    const [down, up] =
      misses.length < enough ? [-1.6, 1.6] : [quantile(misses, tail), quantile(misses, 1 - tail)];
    const spread = spreadAt(expected);
    return {
      low: Math.max(0, Math.min(Math.floor(expected), Math.round(expected + down * spread))),
      high: Math.max(Math.ceil(expected), Math.round(expected + up * spread)),
    };
  };
  return {
    around,
    learn: (expected, seen) => {
      const { low, high } = around(expected);
      const isOutside = seen < low || seen > high;
      if (misses.length >= enough)
        outside = Math.max(0.06, Math.min(0.4, outside + pace * (1 - share - Number(isOutside))));
      misses.push((seen - expected) / spreadAt(expected));
      if (misses.length > kept) misses.shift();
    },
  };
}

/** Chance, and besides it a share of the number itself: large counts are never as sure as chance would have them. */
const spreadAt = (expected: number): number => Math.sqrt(expected + 1 + 0.01 * expected ** 2);

/** The latest weigh most. */
function quantile(misses: readonly number[], at: number): number {
  const weighed = misses
    .map((miss, no) => ({ miss, weight: 0.5 ** ((misses.length - 1 - no) / halfLife) }))
    .sort((a, b) => a.miss - b.miss);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  // One more than there are: few misses must not make a narrow band.
  const wanted = at * (total + 1) - 0.5;
  let sum = 0;
  for (const { miss, weight } of weighed) {
    sum += weight;
    if (sum >= wanted) return miss;
  }
  return weighed.at(-1)?.miss ?? 0;
}
