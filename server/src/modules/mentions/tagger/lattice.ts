/**
 * 半马尔可夫网格: all ways to cut one text into segments of kinds. A segment's score is what its tokens say (first, inner,
 * last, single) and what the whole stretch says; neighbours of two kinds have a score of their own.
 */
export interface Scores {
  readonly length: number;
  readonly kinds: number;
  /** length × kinds × 4: first, inner, last, single. */
  readonly tokens: Float64Array;
  /** Stretches by `stretchAt`, each × kinds. */
  readonly stretches: Float64Array;
  /** (kinds + 1) × (kinds + 1); the last row is the beginning, the last column the end. */
  readonly steps: Float64Array;
  /** How long a segment of each kind may be. */
  readonly longest: Int32Array;
  /** The longest of all. */
  readonly reach: number;
}

export const places = 4;
const [first, inner, last, single] = [0, 1, 2, 3];

/** Stretches in a row: those that begin at 0 by length, then those that begin at 1 … */
export const stretchAt = (start: number, end: number, reach: number): number =>
  start * reach + (end - start - 1);

export function segmentScores(scores: Scores): Float64Array {
  const { length, kinds, tokens, stretches, longest, reach } = scores;
  const found = new Float64Array(length * reach * kinds).fill(Number.NEGATIVE_INFINITY);
  for (let start = 0; start < length; start += 1) {
    for (let kind = 0; kind < kinds; kind += 1) {
      let middle = tokens[(start * kinds + kind) * places + first] ?? 0;
      const most = Math.min(longest[kind] ?? 1, length - start);
      for (let size = 1; size <= most; size += 1) {
        const end = start + size;
        const at = ((end - 1) * kinds + kind) * places;
        const own = size === 1 ? (tokens[at + single] ?? 0) : middle + (tokens[at + last] ?? 0);
        const stretch = stretchAt(start, end, reach) * kinds + kind;
        found[stretch] = own + (stretches[stretch] ?? 0);
        if (size > 1) middle += tokens[at + inner] ?? 0;
      }
    }
  }
  return found;
}

/** What one segment after another of kind `before` counts for. */
export function scoreOf(
  { kinds, tokens, stretches, steps, reach }: Scores,
  { start, end, kind }: { start: number; end: number; kind: number },
  before: number,
): number {
  let sum =
    (steps[before * (kinds + 1) + kind] ?? 0) +
    (stretches[stretchAt(start, end, reach) * kinds + kind] ?? 0);
  for (let at = start; at < end; at += 1)
    sum += tokens[(at * kinds + kind) * places + placeOf(at - start, end - start)] ?? 0;
  return sum;
}

export function placeOf(step: number, size: number): number {
  if (size === 1) return single;
  if (step === 0) return first;
  return step === size - 1 ? last : inner;
}
