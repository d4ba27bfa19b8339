import type { Row } from './vocabulary.ts';

/**
 * 近邻: decided messages by the words they share, the latest first. Postings stand in one ring, each knows the one
 * before it of the same feature, and what the ring has overwritten is forgotten: a look costs the same for ever.
 */
export interface Neighbours {
  readonly capacity: number;
  readonly messages: Int32Array;
  readonly values: Float32Array;
  /** Running number of the posting before, -1 for none. */
  readonly before: Float64Array;
  /** By feature: running number of its latest posting. */
  latest: Float64Array;
  labels: Uint16Array;
  written: number;
  size: number;
}

export interface Near {
  readonly message: number;
  readonly alike: number;
}

const mostFeatures = 24;
const mostPostings = 64;
const mostNear = 12;

export function noNeighbours(capacity: number): Neighbours {
  return {
    capacity,
    messages: new Int32Array(capacity),
    values: new Float32Array(capacity),
    before: new Float64Array(capacity).fill(-1),
    latest: new Float64Array(1024).fill(-1),
    labels: new Uint16Array(1024),
    written: 0,
    size: 0,
  };
}

/** Answers its number among the neighbours. */
export function addNeighbour(all: Neighbours, words: Row, label: number): number {
  const message = all.size;
  if (message >= all.labels.length) {
    const longer = new Uint16Array(all.labels.length * 2);
    longer.set(all.labels);
    all.labels = longer;
  }
  all.labels[message] = label;
  all.size += 1;
  for (const index of heaviest(words)) {
    const feature = words.at[index] ?? 0;
    if (feature >= all.latest.length) lengthenLatest(all, feature + 1);
    const place = all.written % all.capacity;
    all.messages[place] = message;
    all.values[place] = words.value[index] ?? 0;
    all.before[place] = all.latest[feature] ?? -1;
    all.latest[feature] = all.written;
    all.written += 1;
  }
  return message;
}

/** The most alike, best first; bounded work whatever has been learnt. */
export function nearest(all: Neighbours, words: Row): Near[] {
  const alike = new Map<number, number>();
  let square = 0;
  for (const index of heaviest(words)) {
    const value = words.value[index] ?? 0;
    square += value * value;
    let posting = all.latest[words.at[index] ?? 0] ?? -1;
    for (let walked = 0; walked < mostPostings; walked += 1) {
      if (posting < 0 || posting < all.written - all.capacity) break;
      const place = posting % all.capacity;
      const message = all.messages[place] ?? 0;
      alike.set(message, (alike.get(message) ?? 0) + value * (all.values[place] ?? 0));
      posting = all.before[place] ?? -1;
    }
  }
  return [...alike]
    .map(([message, sum]) => ({ message, alike: square === 0 ? 0 : sum / square }))
    .toSorted((a, b) => b.alike - a.alike || b.message - a.message)
    .slice(0, mostNear);
}

/** 投票: adds each label's share of the votes, in logarithms; nobody near adds the same to all. */
export function voteInto(scores: Float64Array, all: Neighbours, near: readonly Near[]): void {
  const votes = new Float64Array(scores.length);
  // As if a little of every vote were spread over all labels: one distant neighbour decides nothing.
  let total = 0.3;
  for (const { message, alike } of near) {
    const label = all.labels[message] ?? 0;
    const vote = Math.min(alike, 1) ** 2;
    votes[label] = (votes[label] ?? 0) + vote;
    total += vote;
  }
  for (let label = 0; label < scores.length; label += 1)
    scores[label] =
      (scores[label] ?? 0) + Math.log(((votes[label] ?? 0) + 0.3 / scores.length) / total);
}

/** Places of the features that tell most. */
function heaviest({ value }: Row): number[] {
  return Array.from(value.keys())
    .toSorted((a, b) => (value[b] ?? 0) - (value[a] ?? 0) || a - b)
    .slice(0, mostFeatures);
}

function lengthenLatest(all: Neighbours, features: number): void {
  const longer = new Float64Array(Math.ceil(features * 1.5)).fill(-1);
  longer.set(all.latest);
  all.latest = longer;
}
