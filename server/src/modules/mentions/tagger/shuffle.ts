import type { Numbered } from './model.ts';

/** 随机数: the same sequence for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** The text with a share of its signs hidden. */
export function thinned(text: Numbered, hidden: number, random: () => number): Numbered {
  if (hidden === 0) return text;
  const thin = (signs: Int32Array): Int32Array => signs.filter(() => random() >= hidden);
  return { ...text, tokens: text.tokens.map(thin), stretches: text.stretches.map(thin) };
}
