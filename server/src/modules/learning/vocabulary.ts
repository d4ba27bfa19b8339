import type { Features } from './features.ts';

/** 词表: which hashes are features, and in how many messages each stands. */
export interface Vocabulary {
  /** Open addressing: hash at a place (0 is empty) and its number. */
  keys: Int32Array;
  numbers: Int32Array;
  /** By number: messages it stood in when it was taken up, and what that makes it weigh. */
  weights: Float32Array;
  size: number;
  readonly messages: number;
}

/** A message in the numbers of a vocabulary, its length one. */
export interface Row {
  readonly at: Int32Array;
  readonly value: Float32Array;
  /** Where each block ends. */
  readonly ends: readonly number[];
}

/** The part of a row that some neighbouring blocks make. */
export function blocksOf({ at, value, ends }: Row, first: number, last: number): Row {
  const from = first === 0 ? 0 : (ends[first - 1] ?? 0);
  const to = ends[last] ?? at.length;
  return {
    at: at.subarray(from, to),
    value: value.subarray(from, to),
    ends: ends.map((end) => Math.min(Math.max(end, from), to) - from),
  };
}

export interface Bounds {
  /** A feature stands in at least so many messages … */
  readonly fewest: number;
  /** … and no more features than so many are kept; the bar is raised until they fit. */
  readonly mostFeatures: number;
}

/** By block: titles say in ten words what the detail says in two hundred. */
export const blockWeights = [0.6, 1, 0.7, 0.8, 0.5];

export function learnVocabulary(all: readonly Features[], bounds: Bounds): Vocabulary {
  const seen = countMessages(all);
  const fewest = barFor(seen, bounds);
  const kept = seen.counts.reduce((sum, count) => sum + (count >= fewest ? 1 : 0), 0);
  const vocabulary = emptyVocabulary(kept, all.length);
  for (let place = 0; place < seen.keys.length; place += 1) {
    const count = seen.counts[place] ?? 0;
    const key = seen.keys[place] ?? 0;
    if (count >= fewest && key !== 0) addFeature(vocabulary, key, rarity(all.length, count));
  }
  return vocabulary;
}

export function emptyVocabulary(expected: number, messages: number): Vocabulary {
  const places = placesFor(expected);
  return {
    keys: new Int32Array(places),
    numbers: new Int32Array(places),
    weights: new Float32Array(Math.max(16, expected)),
    size: 0,
    messages,
  };
}

/** Smoothed inverse document frequency. */
export function rarity(messages: number, count: number): number {
  return 1 + Math.log((1 + messages) / (1 + count));
}

/** -1 where it is none. */
export function numberOf({ keys, numbers }: Vocabulary, hash: number): number {
  const mask = keys.length - 1;
  let place = hash & mask;
  while (true) {
    const key = keys[place] ?? 0;
    if (key === hash) return numbers[place] ?? -1;
    if (key === 0) return -1;
    place = (place + 1) & mask;
  }
}

/** Takes a hash up that is none yet; answers its number. */
export function addFeature(vocabulary: Vocabulary, hash: number, weight: number): number {
  if (vocabulary.size * 2 >= vocabulary.keys.length) widen(vocabulary);
  if (vocabulary.size >= vocabulary.weights.length)
    vocabulary.weights = longer(vocabulary.weights, vocabulary.size * 2);
  const number = vocabulary.size;
  putAt(vocabulary, hash, number);
  vocabulary.weights[number] = weight;
  vocabulary.size += 1;
  return number;
}

/** Sublinear counts × rarity, each block brought to its weight, the whole to length one. */
export function rowOf(vocabulary: Vocabulary, { hashes, counts, ends }: Features): Row {
  const at: number[] = [];
  const value: number[] = [];
  const closed: number[] = [];
  let total = 0;
  let from = 0;
  ends.forEach((end, block) => {
    const begun = at.length;
    let square = 0;
    for (let index = from; index < end; index += 1) {
      const number = numberOf(vocabulary, hashes[index] ?? 0);
      if (number < 0) continue;
      const weight = (1 + Math.log(counts[index] ?? 1)) * (vocabulary.weights[number] ?? 0);
      at.push(number);
      value.push(weight);
      square += weight * weight;
    }
    from = end;
    closed.push(at.length);
    if (square === 0) return;
    const scale = (blockWeights[block] ?? 1) / Math.sqrt(square);
    for (let index = begun; index < value.length; index += 1)
      value[index] = (value[index] ?? 0) * scale;
    total += (blockWeights[block] ?? 1) ** 2;
  });
  const length = total === 0 ? 1 : Math.sqrt(total);
  return {
    at: Int32Array.from(at),
    value: Float32Array.from(value, (weight) => weight / length),
    ends: closed,
  };
}

interface Seen {
  keys: Int32Array;
  counts: Int32Array;
}

function countMessages(all: readonly Features[]): Seen {
  const hits = all.reduce((sum, { hashes }) => sum + hashes.length, 0);
  // Few features are new in a long text; a table that fills up is widened.
  let seen: Seen = seenOf(placesFor(Math.min(hits, 1 << 20)));
  let size = 0;
  for (const { hashes } of all) {
    for (const hash of hashes) {
      const place = placeIn(seen.keys, hash);
      if (seen.keys[place] === 0) size += 1;
      seen.keys[place] = hash;
      seen.counts[place] = (seen.counts[place] ?? 0) + 1;
    }
    if (size * 2 >= seen.keys.length) seen = widened(seen);
  }
  return seen;
}

function barFor({ counts }: Seen, { fewest, mostFeatures }: Bounds): number {
  const having = new Int32Array(1000);
  for (const count of counts)
    if (count > 0) {
      const capped = Math.min(count, having.length - 1);
      having[capped] = (having[capped] ?? 0) + 1;
    }
  let kept = 0;
  let bar = having.length - 1;
  for (; bar >= fewest; bar -= 1) {
    kept += having[bar] ?? 0;
    if (kept > mostFeatures) break;
  }
  return bar + 1;
}

function seenOf(places: number): Seen {
  return { keys: new Int32Array(places), counts: new Int32Array(places) };
}

function widened(narrow: Seen): Seen {
  const wide = seenOf(narrow.keys.length * 2);
  narrow.keys.forEach((key, from) => {
    if (key === 0) return;
    const place = placeIn(wide.keys, key);
    wide.keys[place] = key;
    wide.counts[place] = narrow.counts[from] ?? 0;
  });
  return wide;
}

function placeIn(keys: Int32Array, hash: number): number {
  const mask = keys.length - 1;
  let place = hash & mask;
  while (keys[place] !== hash && keys[place] !== 0) place = (place + 1) & mask;
  return place;
}

function widen(vocabulary: Vocabulary): void {
  const { keys, numbers } = vocabulary;
  vocabulary.keys = new Int32Array(keys.length * 2);
  vocabulary.numbers = new Int32Array(keys.length * 2);
  keys.forEach((key, from) => {
    if (key !== 0) putAt(vocabulary, key, numbers[from] ?? 0);
  });
}

function putAt(vocabulary: Vocabulary, hash: number, number: number): void {
  const at = placeIn(vocabulary.keys, hash);
  vocabulary.keys[at] = hash;
  vocabulary.numbers[at] = number;
}

function placesFor(expected: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2.5)));
}

function longer(short: Float32Array, length: number): Float32Array<ArrayBuffer> {
  const long = new Float32Array(Math.max(16, length));
  long.set(short);
  return long;
}
