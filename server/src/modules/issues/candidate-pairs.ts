import { largest } from './largest.ts';
import type { Reading } from './readings.ts';
import type { Sparse } from './sparse.ts';

/** How many entries of the index are looked at for one message, and how many likenesses of it are kept. */
const budget = 6000;
const keptPerMessage = 60;

/** Numbers of messages, pair by pair, the lower first; no pair twice. */
export interface CandidatePairs {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * 候选对: for every message those that share its rarest terms, found by an inverted index. Never all pairs: a message
 * costs at most its budget, whatever the size of the period.
 */
export function candidatePairs(readings: readonly Reading[]): CandidatePairs {
  const size = readings.length;
  const blocks = [indexOf(readings, ({ pairs }) => pairs), indexOf(readings, ({ what }) => what)];
  const scores = new Float32Array(size);
  const keys = new Float64Array(size * keptPerMessage * blocks.length);
  let count = 0;
  for (let a = 0; a < size; a += 1)
    for (const block of blocks)
      for (const b of likest(block, a, scores)) {
        keys[count] = Math.min(a, b) * size + Math.max(a, b);
        count += 1;
      }
  return pairsOf(keys.subarray(0, count).sort(), size);
}

function pairsOf(sorted: Float64Array, size: number): CandidatePairs {
  const single = sorted.filter((key, at) => key !== sorted[at - 1]);
  return {
    low: Int32Array.from(single, (key) => Math.floor(key / size)),
    high: Int32Array.from(single, (key) => key % size),
  };
}

interface Block {
  readonly vectors: readonly Sparse[];
  /** By term, in which messages it stands. */
  readonly postings: readonly (readonly number[])[];
}

function indexOf(readings: readonly Reading[], part: (reading: Reading) => Sparse): Block {
  const vectors = readings.map(part);
  const postings: number[][] = [];
  vectors.forEach(({ ids }, at) => {
    for (const id of ids) {
      const list = postings[id];
      if (list) list.push(at);
      else postings[id] = [at];
    }
  });
  return { vectors, postings };
}

/** The likest by the rarest terms alone; `scores` is a slate that is clean before and after. */
function likest({ vectors, postings }: Block, a: number, scores: Float32Array): number[] {
  const own = vectors[a];
  if (!own) return [];
  const terms = Array.from(own.ids, (id, at) => ({
    weight: own.weights[at] ?? 0,
    list: postings[id] ?? [],
  }))
    .filter(({ list }) => list.length > 1)
    .sort((x, y) => x.list.length - y.list.length);
  const touched: number[] = [];
  let left = budget;
  for (const { weight, list } of terms) {
    if (list.length > left) break;
    left -= list.length;
    const adds = weight * weight;
    for (const b of list) {
      if (b === a) continue;
      const before = scores[b] ?? 0;
      if (before === 0) touched.push(b);
      scores[b] = before + adds;
    }
  }
  const best = largest(touched, scores, keptPerMessage);
  for (const b of touched) scores[b] = 0;
  return best;
}
