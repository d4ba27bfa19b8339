import { normaliseDocument } from './normalise.ts';
import { cutDocument, type SearchableText, type SearchDocument } from './search-document.ts';
import { readQuery, type SearchQuery } from './search-query.ts';
import { type TaggedWord, type WordCutter, wordCutter } from './words.ts';

// The one dictionary of a process: tens of megabytes, read when first needed.
let cutter: WordCutter | null = null;
let taught: readonly string[] = [];

/** 城市词典: place names and unit names of the city, told once at start-up before anything is written. */
export function learnCityWords(words: readonly string[]): void {
  cutter = wordCutter(words);
  taught = words;
}

/** What this thread was told, for another of its own that has to cut as it does. */
export const cityWordsTold = (): readonly string[] => taught;

export function searchDocument(text: SearchableText): SearchDocument {
  return cutDocument(text, cutterOfCity());
}

export function searchQuery(typed: string): SearchQuery {
  return readQuery(typed, cutterOfCity());
}

/** 分词: the words of a text in their order, for counting and learning; no punctuation, no empty words. */
export function wordsOf(text: string): string[] {
  return cutterOfCity().inOrder(normaliseDocument(text));
}

/** 词与词性: for readers that ask where a name begins; give it text of a bounded length. */
export function taggedWords(text: string): TaggedWord[] {
  return cutterOfCity().tagged(text);
}

/** What the dictionary alone sees: a name it does not know falls apart into single characters. */
export function dictionaryWords(text: string): TaggedWord[] {
  return cutterOfCity().taggedByDictionary(text);
}

function cutterOfCity(): WordCutter {
  cutter ??= wordCutter([]);
  return cutter;
}
