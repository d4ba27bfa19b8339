import { wordsOf } from '../text/index.ts';
import { cleanMessage, type Message, part } from './clean-text.ts';
import { finish, hashOf, step } from './hash.ts';

/**
 * The blocks of features a message has; each is weighed and bounded by itself, so that a long letter does not drown
 * its title. 词 words and pairs of neighbouring words, 字 strings of one to four characters.
 */
export const blocks = ['marks', 'words', 'title-words', 'characters', 'title-characters'] as const;

/** 特征: hashes with how often each stands in its block; `ends` closes the blocks one after the other. */
export interface Features {
  readonly hashes: Int32Array;
  readonly counts: Uint8Array;
  readonly ends: readonly number[];
}

// Different seeds: the same word in a title and in a detail are two features.
const seeds = [0x2f0a11, 0x51b3c7, 0x7c1d35, 0x1e9f83];
const markSeed = 0x66d1f5;
const pairSeed = 0x3ad7;
const shortestString = 2;
const longestString = 4;
const partCode = part.charCodeAt(0);

export function featuresOf(message: Message): Features {
  const { title, detail } = cleanMessage(message);
  const titleWords = wordsOf(title);
  const counter = beginCount();
  for (const mark of message.marks ?? []) counter.count(finish(hashOf(mark, markSeed)));
  counter.endBlock();
  countWords(counter, [...titleWords, '', ...wordsOf(detail)], seeds[0] ?? 0);
  counter.endBlock();
  countWords(counter, titleWords, seeds[1] ?? 0);
  counter.endBlock();
  countStrings(counter, `${title}${part}${detail}`, shortestString, seeds[2] ?? 0);
  counter.endBlock();
  countStrings(counter, title, 1, seeds[3] ?? 0);
  counter.endBlock();
  return counter.taken();
}

/** The hashes of a word by itself, as the explanation needs them. */
export function wordFeatures(word: string): readonly number[] {
  return [seeds[0] ?? 0, seeds[1] ?? 0].map((seed) => finish(hashOf(word, seed)));
}

function countWords(counter: Counter, words: readonly string[], seed: number): void {
  let before = '';
  for (const word of words) {
    if (word !== '') {
      counter.count(finish(hashOf(word, seed)));
      if (before !== '')
        counter.count(finish(hashOf(word, hashOf(before, seed ^ pairSeed) ^ partCode)));
    }
    before = word;
  }
}

/** Strings of characters that nothing parts. */
function countStrings(counter: Counter, text: string, shortest: number, seed: number): void {
  for (let start = 0; start < text.length; start += 1) {
    let hash = seed;
    for (let length = 1; length <= longestString; length += 1) {
      const code = text.charCodeAt(start + length - 1);
      if (Number.isNaN(code) || code === partCode) break;
      hash = step(hash, code);
      if (length >= shortest) counter.count(finish(hash));
    }
  }
}

interface Counter {
  count(hash: number): void;
  endBlock(): void;
  taken(): Features;
}

const places = 1 << 15;
const mostAtOnce = places >> 1;
// One table for all counts of the process: a place belongs to the block whose stamp it carries.
const table = {
  hashes: new Int32Array(places),
  stamps: new Int32Array(places),
  at: new Int32Array(places),
  stamp: 0,
};

function beginCount(): Counter {
  const hashes: number[] = [];
  const counts: number[] = [];
  const ends: number[] = [];
  let begun = 0;
  nextStamp();
  return {
    count(hash) {
      let place = hash & (places - 1);
      while (table.stamps[place] === table.stamp && table.hashes[place] !== hash)
        place = (place + 1) & (places - 1);
      if (table.stamps[place] === table.stamp) {
        const at = table.at[place] ?? 0;
        counts[at] = (counts[at] ?? 0) + 1;
        return;
      }
      if (hashes.length - begun >= mostAtOnce) return;
      table.stamps[place] = table.stamp;
      table.hashes[place] = hash;
      table.at[place] = hashes.length;
      hashes.push(hash);
      counts.push(1);
    },
    endBlock() {
      ends.push(hashes.length);
      begun = hashes.length;
      nextStamp();
    },
    taken: () => ({
      hashes: Int32Array.from(hashes),
      counts: Uint8Array.from(counts, (count) => Math.min(count, 255)),
      ends,
    }),
  };
}

function nextStamp(): void {
  table.stamp = (table.stamp + 1) | 0;
  if (table.stamp !== 0) return;
  table.stamps.fill(0);
  table.stamp = 1;
}
