import type { Reading } from './readings.ts';
import type { Sparse } from './sparse.ts';

/** How many entries of the index are looked at for one message, and how many likenesses of it are kept. */
const budget = 6000;
const keptPerMessage = 60;

export interface CandidatePair {
  readonly a: number;
  readonly b: number;
}

/**
 * 候选对: for every message those that share its rarest terms, found by an inverted index. Never all pairs: a message
 * costs at most its budget, whatever the size of the period.
 */
export function candidatePairs(readings: readonly Reading[]): CandidatePair[] {
  const blocks = [indexOf(readings, ({ pairs }) => pairs), indexOf(readings, ({ what }) => what)];
  const scores = new Float32Array(readings.length);
  const pairs = new Map<number, CandidatePair>();
  readings.forEach((_, a) => {
    const near = blocks.flatMap((block) => likest(block, a, scores));
    for (const b of near) {
      const [low, high] = a < b ? [a, b] : [b, a];
      pairs.set(low * readings.length + high, { a: low, b: high });
    }
  });
  return [...pairs.values()];
}

interface Block {
  readonly vectors: readonly Sparse[];
  readonly postings: ReadonlyMap<number, readonly number[]>;
}

function indexOf(readings: readonly Reading[], part: (reading: Reading) => Sparse): Block {
  const vectors = readings.map(part);
  const postings = new Map<number, number[]>();
  vectors.forEach(({ ids }, at) => {
    for (const id of ids) {
      const list = postings.get(id);
      if (list) list.push(at);
      else postings.set(id, [at]);
    }
  });
  return { vectors, postings };
}

/** The likest by the rarest terms alone; `scores` is a slate that is clean before and after. */
function likest({ vectors, postings }: Block, a: number, scores: Float32Array): number[] {
  const own = vectors[a];
  if (!own) return [];
  const terms = [...own.ids]
    .map((id, at) => ({ weight: own.weights[at] ?? 0, list: postings.get(id) ?? [] }))
    .filter(({ list }) => list.length > 1)
    .sort((x, y) => x.list.length - y.list.length);
  const touched: number[] = [];
  let left = budget;
  for (const { weight, list } of terms) {
    if (list.length > left) break;
    left -= list.length;
    for (const b of list) {
      if (b === a) continue;
      if (scores[b] === 0) touched.push(b);
      scores[b] = (scores[b] ?? 0) + weight * weight;
    }
  }
  const best = touched.sort((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0)).slice(0, keptPerMessage);
  for (const b of touched) scores[b] = 0;
  return best;
}
