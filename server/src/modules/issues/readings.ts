import type { Gazetteer } from '../mentions/index.ts';
import { bigramsOf, taggedWords } from '../text/index.ts';
import { type CleanMessage, cleanMessage } from './clean-message.ts';
import type { Message } from './message.ts';
import { findNames, type Names } from './names.ts';
import { centred, type Sparse, sparseOf } from './sparse.ts';
import { Vocabulary } from './vocabulary.ts';

/** A message as numbers: what it shares with another can be computed without its text. */
export interface Reading {
  readonly message: Message;
  readonly text: CleanMessage;
  /** Words and pairs of characters of the title. */
  readonly title: Sparse;
  /** Words of title and detail. */
  readonly words: Sparse;
  /** Words and pairs of the title outside every name: what happened, not where. */
  readonly matter: Sparse;
  /** The words of title and detail outside every name. */
  readonly what: Sparse;
  readonly titleNames: readonly number[];
  readonly detailNames: readonly number[];
  /** 县区: by its code, or masked as the text has it; null where none or several are said. */
  readonly county: string | null;
}

export interface Readings {
  readonly all: readonly Reading[];
  readonly words: Vocabulary;
  readonly names: Names;
  /** The first and the last message. */
  readonly span: { readonly from: Date; readonly to: Date } | null;
}

/** 读取: all messages of a period at once, because what is rare is only known from all of them. */
export function readMessages(messages: readonly Message[], gazetteer: Gazetteer): Readings {
  const texts = messages.map(({ title, detail }) => cleanMessage(title, detail));
  const names = findNames(texts, gazetteer);
  const counts = texts.map((text, at) => countTerms(text, namesOf(names, at)));
  const [titles, words] = [new Vocabulary(), new Vocabulary()];
  const numbered = counts.map((count) => ({
    titles: titles.count(count.title),
    told: words.count(count.words),
  }));
  const size = messages.length;
  const rarity = (frequency: number) => Math.log((size + 1) / (frequency + 0.5));
  const weighTitle = (id: number) => rarity(titles.frequency(id));
  const weighWord = (id: number) => rarity(words.frequency(id));
  const vectors = (part: (at: number) => Sparse) => centred(messages.map((_, at) => part(at)));
  const termsAt = (at: number) => ({
    ...(counts[at] ?? noTerms),
    ...(numbered[at] ?? { titles: none, told: none }),
  });
  const title = vectors((at) => sparseOf(termsAt(at).titles, weighTitle));
  const matter = vectors((at) => {
    const { titles: ids, bareTitle } = termsAt(at);
    return sparseOf(only(ids, titles.known(bareTitle)), weighTitle);
  });
  const told = vectors((at) => sparseOf(termsAt(at).told, weighWord));
  const what = vectors((at) => {
    const { told: ids, bareWords } = termsAt(at);
    return sparseOf(only(ids, words.known(bareWords)), weighWord);
  });
  const all = messages.map((message, at): Reading => {
    const { text } = termsAt(at);
    return {
      message,
      text,
      titleNames: names.inTitle[at] ?? [],
      detailNames: names.inDetail[at] ?? [],
      county: countyOf(message, text),
      title: title[at] ?? noVector,
      matter: matter[at] ?? noVector,
      words: told[at] ?? noVector,
      what: what[at] ?? noVector,
    };
  });
  return { all, words, names, span: spanOf(messages) };
}

function spanOf(messages: readonly Message[]): Readings['span'] {
  const times = messages.flatMap(({ at }) => at ?? []);
  const [first] = times;
  if (!first) return null;
  const earliest = (a: Date, b: Date) => (a < b ? a : b);
  const latest = (a: Date, b: Date) => (a > b ? a : b);
  return { from: times.reduce(earliest, first), to: times.reduce(latest, first) };
}

const noVector: Sparse = { ids: new Int32Array(), weights: new Float32Array(), common: 0 };
const none: ReadonlyMap<number, number> = new Map();

/** Every way the names of a message are written, the longest first. */
const namesOf = (names: Names, at: number): string[] =>
  [...(names.inTitle[at] ?? []), ...(names.inDetail[at] ?? [])]
    .flatMap((name) => names.spellings[name] ?? [])
    .sort((a, b) => b.length - a.length);

interface Terms {
  readonly text: CleanMessage;
  readonly title: readonly string[];
  readonly bareTitle: readonly string[];
  readonly words: readonly string[];
  readonly bareWords: readonly string[];
}

const noTerms: Terms = {
  text: { title: '', detail: '', areas: [] },
  title: [],
  bareTitle: [],
  words: [],
  bareWords: [],
};

function countTerms(text: CleanMessage, named: readonly string[]): Terms {
  const without = (part: string) => named.reduce((rest, name) => rest.replaceAll(name, ' '), part);
  const [bareTitle, bareDetail] = [without(text.title), without(text.detail)];
  const titleWords = contentWords(text.title);
  const bareWords = contentWords(bareTitle);
  return {
    text,
    title: [...titleWords, ...bigramsOf(text.title)],
    bareTitle: [...bareWords, ...bigramsOf(bareTitle)],
    // A title says in ten words what the detail tells in two hundred.
    words: [...titleWords, ...titleWords, ...contentWords(text.detail)],
    bareWords: [...bareWords, ...contentWords(bareDetail)],
  };
}

function only(counts: ReadonlyMap<number, number>, kept: ReadonlySet<number>): Map<number, number> {
  return new Map([...counts].filter(([id]) => kept.has(id)));
}

function countyOf({ area }: Message, { areas }: CleanMessage): string | null {
  // By its code, or by whatever name it was given; the whole city is no county.
  if (area !== null && !/^\d+$/.test(area)) return area;
  if (area !== null && area.length >= 6 && !area.startsWith('00', 4)) return area.slice(0, 6);
  const counties = areas.filter((name) => /[区县]$/.test(name));
  return counties.length === 1 ? (counties[0] ?? null) : null;
}

/** Particles, pronouns and the like: they stand everywhere and tell nothing apart. */
const emptyKinds = /^(?:p|c|u.*|d|r|y|e|o|w|x|zg|k)$/;

function contentWords(text: string): string[] {
  return taggedWords(text)
    .filter(({ tag, word }) => !emptyKinds.test(tag) && word.trim() !== '')
    .map(({ word }) => word);
}
