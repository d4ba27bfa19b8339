import type { CandidatePairs } from './candidate-pairs.ts';
import type { Score, ScoredPair } from './cluster-pairs.ts';
import { logOdds, type PairRule } from './fit-rule.ts';
import { largest } from './largest.ts';
import { likenessesOf } from './likenesses.ts';
import type { Readings } from './readings.ts';

/** One very unlike pair must not outvote twenty alike. */
const [least, most] = [-6, 6];

/** So many scores are remembered, each until another takes its place: memory does not grow with the period. */
const remembered = 2 ** 21;

/** 判同得分: log odds that two messages mean one thing, whichever is named first. */
export function pairScore(readings: Readings, rule: PairRule): Score {
  const size = readings.all.length;
  const [keys, values] = [new Float64Array(remembered).fill(-1), new Float64Array(remembered)];
  return (one, other) => {
    const [a, b] = one < other ? [one, other] : [other, one];
    const key = a * size + b;
    const place = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) & (remembered - 1);
    if (keys[place] === key) return values[place] ?? least;
    const [low, high] = [readings.all[a], readings.all[b]];
    const odds = low && high ? logOdds(rule, likenessesOf(low, high, readings)) : least;
    const score = Math.max(least, Math.min(most, odds));
    keys[place] = key;
    values[place] = score;
    return score;
  };
}

const nearest = 40;

export interface ScoredPairs {
  /** Likely the same, the likest first. */
  readonly likely: readonly ScoredPair[];
  /** The likest of each message, likely or not: into whose groups it may go. */
  readonly near: readonly (readonly number[])[];
}

/** 候选对打分. */
export function scorePairs({ low, high }: CandidatePairs, size: number, score: Score): ScoredPairs {
  const scores = new Float64Array(low.length);
  const likely: ScoredPair[] = [];
  for (let at = 0; at < low.length; at += 1) {
    const [a, b] = [low[at] ?? 0, high[at] ?? 0];
    const found = score(a, b);
    scores[at] = found;
    if (found > 0) likely.push({ a, b, score: found });
  }
  const pairsOf = pairsOfEach({ low, high }, size);
  const near = Array.from({ length: size }, (_, one) =>
    largest(pairsOf(one), scores, nearest).map((at) => (low[at] ?? 0) + (high[at] ?? 0) - one),
  );
  return { likely: likely.sort((a, b) => b.score - a.score), near };
}

/** Numbers of the pairs that a message is in. */
function pairsOfEach({ low, high }: CandidatePairs, size: number): (one: number) => number[] {
  const ends = new Int32Array(size + 1);
  for (const side of [low, high]) for (const one of side) ends[one + 1] = (ends[one + 1] ?? 0) + 1;
  for (let one = 0; one < size; one += 1) ends[one + 1] = (ends[one + 1] ?? 0) + (ends[one] ?? 0);
  const next = ends.slice();
  const pairs = new Int32Array(low.length * 2);
  for (let at = 0; at < low.length; at += 1)
    for (const one of [low[at] ?? 0, high[at] ?? 0]) {
      const place = next[one] ?? 0;
      pairs[place] = at;
      next[one] = place + 1;
    }
  return (one) => [...pairs.subarray(ends[one] ?? 0, ends[one + 1] ?? 0)];
}
