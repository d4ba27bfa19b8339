import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { normalise, runsOf } from './normalise.ts';

export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
  readonly start: number;
}

/** 分词: cuts normalised text into words, once each. */
export interface WordCutter {
  /** Every word of the text as it stands, in order, with what kind of word it is (`ns` place, `nr` person, `v` verb …). */
  tagged(text: string): TaggedWord[];
  /** The same without guessing at words the dictionary does not hold. */
  taggedByDictionary(text: string): TaggedWord[];
  /** Long words and the shorter ones inside them, so that a query finds either. */
  forDocument(normalised: string): string[];
  forQuery(normalised: string): string[];
  /** As they follow each other, as often as they are said. */
  inOrder(normalised: string): string[];
}

/** Words that stand in nearly every appeal and tell none from another. */
const emptyWords = new Set(
  '的了在是我有和就不也都很到要去会着你他她它这那个为把被让向以及与或'.split(''),
);
const longestWord = 64;
const isWord = /^[\p{L}\p{M}\p{N}]+$/u;
// Above the frequency of any ordinary word, so that a city's own names are never cut apart.
const cityWordFrequency = 100_000;

/** Reads the dictionary (some tenths of a second): make one for a process and keep it. */
export function wordCutter(cityWords: readonly string[]): WordCutter {
  const jieba = Jieba.withDict(dict);
  const lines = cityWords
    .flatMap((word) => runsOf(normalise(word)))
    .filter((word) => Array.from(word).length > 1)
    .map((word) => `${word} ${cityWordFrequency} nz`);
  if (lines.length > 0) jieba.loadDict(Buffer.from(`${lines.join('\n')}\n`));
  return {
    tagged: (text) => placed(jieba.tag(text, true)),
    taggedByDictionary: (text) => placed(jieba.tag(text, false)),
    forDocument: (normalised) => tidied(jieba.cutForSearch(normalised, true)),
    forQuery: (normalised) => tidied(jieba.cut(normalised, true)),
    // Without guessing at unknown words: a guess differs from sentence to sentence, its characters do not.
    inOrder: (normalised) =>
      jieba.cut(normalised, false).filter((word) => isWord.test(word) && !emptyWords.has(word)),
  };
}

function placed(cut: readonly { readonly word: string; readonly tag: string }[]): TaggedWord[] {
  let start = 0;
  return cut.map(({ word, tag }) => {
    const found = { word, tag, start };
    start += word.length;
    return found;
  });
}

function tidied(cut: readonly string[]): string[] {
  const found = new Set<string>();
  for (const run of cut.flatMap(runsOf)) {
    if (!emptyWords.has(run)) found.add(Array.from(run).slice(0, longestWord).join(''));
  }
  return [...found];
}
