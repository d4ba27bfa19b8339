import { type Gazetteer, lineageOf } from '../mentions/index.ts';
import { bigramsOf, taggedWords } from '../text/index.ts';
import { type CleanMessage, cleanMessage } from './clean-message.ts';
import { Marks } from './marks.ts';
import type { Message } from './message.ts';
import { findNames, type Names } from './names.ts';
import { remembered } from './remembered.ts';
import { centred, type Sparse, sparseOf } from './sparse.ts';
import { raritiesOf, Vocabulary } from './vocabulary.ts';

/** A message as numbers: what it shares with another can be computed without its text. */
export interface Reading {
  readonly message: Message;
  readonly text: CleanMessage;
  /** Neighbouring characters, and the same in the order they are said. */
  readonly pairs: Sparse;
  readonly sequence: readonly number[];
  /** The words outside every name: what happened, not where. */
  readonly what: Sparse;
  readonly names: readonly number[];
  /** The area it is about and all that this lies in; empty where nobody says. */
  readonly lineage: readonly string[];
  /** 县区: by its code, or masked as the text has it; null where none or several are said. */
  readonly county: string | null;
}

export interface Readings {
  readonly all: readonly Reading[];
  readonly words: Vocabulary;
  readonly pairs: Vocabulary;
  readonly names: Names;
  /** Of words, of neighbouring characters and of names, by their numbers. */
  readonly rarity: Record<'words' | 'pairs' | 'names', Float64Array>;
  /** For whoever compares: over the numbers of neighbouring characters. */
  readonly slate: Marks;
}

/** 读取: all messages of a period at once, because what is rare is only known from all of them. */
export function readMessages(messages: readonly Message[], gazetteer: Gazetteer): Readings {
  const texts = messages.map(({ title, detail }) => cleanMessage(title, detail));
  const names = findNames(
    texts.map(({ said }) => said),
    gazetteer,
  );
  const [pairs, words] = [new Vocabulary(), new Vocabulary()];
  const sequences = texts.map(({ said }) => bigramsOf(said));
  const pairVectors = weighed(sequences, pairs);
  const wordVectors = weighed(
    texts.map(({ said }, at) => contentWords(without(said, namesOf(names, at)), gazetteer)),
    words,
  );
  const all = messages.map((message, at): Reading => {
    const text = texts[at] ?? { title: '', said: '', areas: [] };
    const area = names.areas[at] ?? message.area;
    return {
      message,
      text,
      pairs: pairVectors[at] ?? noVector,
      sequence: (sequences[at] ?? []).map((pair) => pairs.idOf(pair)),
      what: wordVectors[at] ?? noVector,
      names: names.inText[at] ?? [],
      lineage: area !== null && gazetteer.byCode.has(area) ? lineageOf(gazetteer, area) : [],
      county: countyOf(message, text),
    };
  });
  const rarity = {
    words: raritiesOf(words.frequencies, messages.length),
    pairs: raritiesOf(pairs.frequencies, messages.length),
    names: raritiesOf(names.frequencies, messages.length),
  };
  const slate = new Marks(pairs.words.length);
  return { all, words, pairs, names, rarity, slate };
}

function weighed(lists: readonly (readonly string[])[], vocabulary: Vocabulary): Sparse[] {
  const counts = lists.map((list) => vocabulary.count(list));
  const weigh = (id: number) => Math.log((lists.length + 1) / (vocabulary.frequency(id) + 0.5));
  return centred(counts.map((count) => sparseOf(count, weigh)));
}

const noVector: Sparse = { ids: new Int32Array(), weights: new Float32Array(), common: 0 };

/** Every way the names of a message are written, the longest first. */
const namesOf = (names: Names, at: number): string[] =>
  (names.inText[at] ?? [])
    .flatMap((name) => names.spellings[name] ?? [])
    .sort((a, b) => b.length - a.length);

const without = (text: string, named: readonly string[]): string =>
  named.reduce((rest, name) => rest.replaceAll(name, ' '), text);

function countyOf({ area }: Message, { areas }: CleanMessage): string | null {
  // By its code, or by whatever name it was given; the whole city is no county.
  if (area !== null && !/^\d+$/.test(area)) return area;
  if (area !== null && area.length >= 6 && !area.startsWith('00', 4)) return area.slice(0, 6);
  const counties = areas.filter((name) => /[区县]$/.test(name));
  return counties.length === 1 ? (counties[0] ?? null) : null;
}

/** Particles, pronouns, numbers and the like: they stand everywhere and tell nothing apart. */
const emptyKinds = /^(?:p|c|u.*|d|r|y|e|o|w|x|zg|k|m|q|f|t)$/;

const contentWords = remembered((text: string) => text, readContent);

function readContent(text: string): string[] {
  return taggedWords(text)
    .filter(({ tag, word }) => !emptyKinds.test(tag) && word.trim() !== '')
    .map(({ word }) => word);
}
