import { type CountBook, everything } from './count-book.ts';
import type { DayTraits } from './day-traits.ts';
import { expectedIn, quickMean } from './expected-share.ts';
import { upperTail } from './tail.ts';

/** 异动: a key that came more often than its band allows. */
export interface Stirring {
  readonly key: string;
  /** Half-open, in hours. */
  readonly from: number;
  readonly to: number;
  readonly seen: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Tens of tens: 2 means that ordinary days would show such a one once in a hundred days. */
  readonly strength: number;
}

/** 窗口: short ones are looked at every hour, long ones at the end of a day. */
export const hourWindows = [3, 8];
export const dayWindows = [24, 72, 168];

const fewest = new Map([
  [3, 4],
  [8, 5],
  [24, 5],
  [72, 6],
  [168, 8],
]);
const leastLift = 1.5;
/** How little of its usual share a key may hold in the quietest hours. */
const leastLean = 0.6;
/** A word or place in so many of all appeals says nothing by itself. */
const mostShare = 0.4;

interface Wish {
  readonly book: CountBook;
  readonly traits: (on: string) => DayTraits;
  /** The hour that has just ended. */
  readonly at: number;
  readonly windows: readonly number[];
  readonly keys: Iterable<string>;
  /** How many looks at how many keys a day takes: the more, the more chance finds. */
  readonly looks: number;
}

export function stirringsAt(wish: Wish): Stirring[] {
  const found: Stirring[] = [];
  for (const key of wish.keys) {
    const best = bestOf(wish, key);
    if (best) found.push(best);
  }
  return found.sort((a, b) => b.strength - a.strength);
}

function bestOf({ book, traits, at, windows, looks }: Wish, key: string): Stirring | null {
  let best: Stirring | null = null;
  for (const length of windows) {
    const from = at - length;
    const seen = book.seen(key, from, at);
    if (seen < (fewest.get(length) ?? 5)) continue;
    const span = { book, key, from, to: at, traits };
    const quick = quickMean(span);
    if (quick === null || seen < leastLift * quick || seen < quick + 2.5 * Math.sqrt(quick))
      continue;
    if (quick > mostShare * book.seen(everything, from, at)) continue;
    // What even pure chance would bring is not worth the full reckoning.
    if (strengthOf(upperTail(seen, leastLean * quick, 0), looks) < 1) continue;
    const { mean, variance } = expectedIn(span);
    if (seen < leastLift * mean) continue;
    const strength = strengthOf(upperTail(seen, mean, variance), looks);
    if (best !== null && best.strength >= strength) continue;
    const spread = bandSpread(variance);
    best = {
      key,
      from,
      to: at,
      seen,
      expected: mean,
      low: Math.max(0, Math.floor(mean - spread)),
      high: Math.ceil(mean + spread),
      strength,
    };
  }
  return best !== null && best.strength > 0 ? best : null;
}

/** 期望带 holds nineteen ordinary days of twenty from above. */
export const bandSpread = (variance: number): number => 1.65 * Math.sqrt(variance);

/** How far below one in all these looks the chance lies, in tens. */
const strengthOf = (chance: number, looks: number): number =>
  -Math.log10(Math.max(chance, 1e-300)) - Math.log10(Math.max(looks, 1));
