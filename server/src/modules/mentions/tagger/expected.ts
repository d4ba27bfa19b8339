import { placeOf, places, type Scores, segmentScores, stretchAt } from './lattice.ts';

export interface Expected {
  /** log of the sum over all cuts. */
  readonly total: number;
  /** The chance of each first, inner, last, single; laid out as the scores are. */
  readonly tokens: Float64Array;
  readonly stretches: Float64Array;
  readonly steps: Float64Array;
}

interface Sums {
  readonly scores: Scores;
  readonly own: Float64Array;
  /** exp of the step scores. */
  readonly weights: Float64Array;
  /** By start × kind: all ways to come to a segment that begins there. */
  readonly entry: Float64Array;
  /** By end × kind: all ways whose last segment ends there. */
  readonly ending: Float64Array;
  /** By end × kind: all ways to go on after a segment that ends there. */
  readonly leaving: Float64Array;
  /** By start × kind: all ways from a segment that begins there to the end. */
  readonly ahead: Float64Array;
}

const never = Number.NEGATIVE_INFINITY;

/** 期望: how likely every segment, token place and neighbourhood is over all cuts (sums forward and backward). */
export function expectedOf(scores: Scores): Expected {
  const { length, kinds } = scores;
  const places = (length + 1) * kinds;
  const sums: Sums = {
    scores,
    own: segmentScores(scores),
    weights: scores.steps.map(Math.exp),
    entry: new Float64Array(places),
    ending: new Float64Array(places).fill(never),
    leaving: new Float64Array(places),
    ahead: new Float64Array(places).fill(never),
  };
  for (let at = 0; at <= length; at += 1) {
    if (at > 0) sumEndings(sums, at);
    if (at < length) sumEntries(sums, at);
  }
  for (let at = length; at >= 0; at -= 1) {
    if (at < length) sumAhead(sums, at);
    if (at > 0) sumLeaving(sums, at);
  }
  const total = logSum(
    kinds,
    (kind) => at(sums.ending, length * kinds + kind) + at(sums.leaving, length * kinds + kind),
  );
  return { total, ...segmentChances(sums, total), steps: stepChances(sums, total) };
}

const at = (list: Float64Array, index: number): number => list[index] ?? 0;

function logSum(count: number, value: (index: number) => number): number {
  let most = never;
  for (let index = 0; index < count; index += 1) most = Math.max(most, value(index));
  if (most === never) return never;
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += Math.exp(value(index) - most);
  return most + Math.log(sum);
}

function sumEndings({ scores, own, entry, ending }: Sums, end: number): void {
  const { kinds, longest, reach } = scores;
  for (let kind = 0; kind < kinds; kind += 1) {
    const most = Math.min(longest[kind] ?? 1, end);
    ending[end * kinds + kind] = logSum(most, (less) => {
      const start = end - less - 1;
      return at(entry, start * kinds + kind) + at(own, stretchAt(start, end, reach) * kinds + kind);
    });
  }
}

function sumAhead({ scores, own, leaving, ahead }: Sums, start: number): void {
  const { length, kinds, longest, reach } = scores;
  for (let kind = 0; kind < kinds; kind += 1) {
    const most = Math.min(longest[kind] ?? 1, length - start);
    ahead[start * kinds + kind] = logSum(most, (less) => {
      const end = start + less + 1;
      return at(leaving, end * kinds + kind) + at(own, stretchAt(start, end, reach) * kinds + kind);
    });
  }
}

function sumEntries({ scores, weights, entry, ending }: Sums, start: number): void {
  const { kinds, steps } = scores;
  const width = kinds + 1;
  if (start === 0) {
    for (let kind = 0; kind < kinds; kind += 1) entry[kind] = at(steps, kinds * width + kind);
    return;
  }
  const [most, relative] = relativeTo(ending, start * kinds, kinds);
  for (let kind = 0; kind < kinds; kind += 1) {
    let sum = 0;
    for (let earlier = 0; earlier < kinds; earlier += 1)
      sum += at(relative, earlier) * at(weights, earlier * width + kind);
    entry[start * kinds + kind] = most + Math.log(sum);
  }
}

function sumLeaving({ scores, weights, leaving, ahead }: Sums, end: number): void {
  const { kinds, steps, length } = scores;
  const width = kinds + 1;
  if (end === length) {
    for (let kind = 0; kind < kinds; kind += 1)
      leaving[end * kinds + kind] = at(steps, kind * width + kinds);
    return;
  }
  const [most, relative] = relativeTo(ahead, end * kinds, kinds);
  for (let kind = 0; kind < kinds; kind += 1) {
    let sum = 0;
    for (let later = 0; later < kinds; later += 1)
      sum += at(relative, later) * at(weights, kind * width + later);
    leaving[end * kinds + kind] = most + Math.log(sum);
  }
}

/** exp of each, relative to the greatest, so that nothing runs over. */
function relativeTo(list: Float64Array, from: number, count: number): [number, Float64Array] {
  const part = list.subarray(from, from + count);
  const most = part.reduce((a, b) => Math.max(a, b), never);
  return [most, part.map((value) => Math.exp(value - most))];
}

function segmentChances(
  { scores, own, entry, leaving }: Sums,
  total: number,
): { tokens: Float64Array; stretches: Float64Array } {
  const { length, kinds, longest, reach } = scores;
  const tokens = new Float64Array(length * kinds * places);
  const stretches = new Float64Array(length * reach * kinds);
  for (let start = 0; start < length; start += 1) {
    for (let kind = 0; kind < kinds; kind += 1) {
      const most = Math.min(longest[kind] ?? 1, length - start);
      for (let size = 1; size <= most; size += 1) {
        const end = start + size;
        const stretch = stretchAt(start, end, reach) * kinds + kind;
        const chance = Math.exp(
          at(entry, start * kinds + kind) +
            at(own, stretch) +
            at(leaving, end * kinds + kind) -
            total,
        );
        if (chance < 1e-6) continue;
        stretches[stretch] = chance;
        addPlaces(tokens, { start, end, kind, kinds }, chance);
      }
    }
  }
  return { tokens, stretches };
}

/** A segment says first, inner …, last of its tokens, or single. */
export function addPlaces(
  tokens: Float64Array,
  { start, end, kind, kinds }: { start: number; end: number; kind: number; kinds: number },
  amount: number,
): void {
  for (let step = 0; step < end - start; step += 1) {
    const index = ((start + step) * kinds + kind) * places + placeOf(step, end - start);
    tokens[index] = at(tokens, index) + amount;
  }
}

function stepChances({ scores, ending, ahead, leaving, entry }: Sums, total: number): Float64Array {
  const { length, kinds, steps } = scores;
  const width = kinds + 1;
  const found = new Float64Array(width * width);
  for (let kind = 0; kind < kinds; kind += 1) {
    found[kinds * width + kind] = Math.exp(at(entry, kind) + at(ahead, kind) - total);
    found[kind * width + kinds] = Math.exp(
      at(ending, length * kinds + kind) + at(leaving, length * kinds + kind) - total,
    );
  }
  for (let here = 1; here < length; here += 1) {
    for (let earlier = 0; earlier < kinds; earlier += 1) {
      const so = at(ending, here * kinds + earlier) - total;
      if (so < -40 - Math.abs(total) * 10) continue;
      for (let later = 0; later < kinds; later += 1) {
        const index = earlier * width + later;
        found[index] =
          at(found, index) + Math.exp(so + at(steps, index) + at(ahead, here * kinds + later));
      }
    }
  }
  return found;
}
