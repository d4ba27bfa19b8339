import type { Occurrence } from './hear-trigger.ts';

/** 平静语: words of one kind. `now` speaks for the danger, all others against it. */
export interface CalmWords {
  readonly kind: string;
  readonly words: readonly string[];
}

/** A short appeal is about one thing; in a longer one only what stands near speaks about it. */
const shortText = 160;
const reach = 60;
/** What was never there does not become real by being told lively. */
const neverReal = ['drill', 'story'];

/** The words that speak against a danger that was heard; empty when none does, or when it is plainly going on. */
export function calmFor(
  said: string,
  heard: readonly Occurrence[],
  calm: readonly CalmWords[],
): readonly string[] {
  const isNow = calm.some(
    ({ kind, words }) => kind === 'now' && words.some((word) => said.includes(word)),
  );
  return calm
    .filter(({ kind }) => kind !== 'now' && (!isNow || neverReal.includes(kind)))
    .flatMap(({ words }) => words.filter((word) => speaksOf(word, said, heard)));
}

function speaksOf(word: string, said: string, heard: readonly Occurrence[]): boolean {
  if (said.length <= shortText) return said.includes(word);
  for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
    if (heard.some(({ from, to }) => at < to + reach && at + word.length > from - reach))
      return true;
  }
  return false;
}
