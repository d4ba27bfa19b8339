import { taggedWords } from '../text/index.ts';
import { type DangerLine, drawLine, strengthOf, weightOf } from './danger-line.ts';
import { countKinds, type KindCounts, likeliestKind } from './likeliest-kind.ts';
import { groupMark, marksIn, pairMark, readable, type WordGroup, wordMark } from './marks-in.ts';

/** 险情种类. One that counts on days of examinations only is none on others. */
export interface DangerKind {
  readonly code: string;
  readonly name: string;
  readonly time: 'any' | 'exam';
}

/** 险情例句 of one kind; `calm` are those that are no danger. */
export interface DangerExamples {
  readonly kind: string;
  readonly texts: readonly string[];
}

export interface DangerData {
  readonly kinds: readonly DangerKind[];
  readonly groups: readonly WordGroup[];
  readonly examples: readonly DangerExamples[];
}

/** 险情识别. */
export interface DangerReader {
  readonly kinds: readonly DangerKind[];
  readonly groups: readonly WordGroup[];
  readonly line: DangerLine;
  readonly counts: KindCounts;
  /** Words of the city's data alone are shown as reasons: what people wrote may name somebody. */
  readonly mayShow: ReadonlySet<string>;
}

export interface DangerReading {
  /** Above nought more likely danger than not, among texts half of which are. */
  readonly strength: number;
  readonly kind: DangerKind;
  /** 起作用的词, the heaviest first. */
  readonly words: readonly string[];
}

const calmKind = 'calm';

export function dangerReader({ kinds, groups, examples }: DangerData): DangerReader {
  const read = examples.flatMap(({ kind, texts }) =>
    texts.map((text) => ({ kind, marks: marksIn(readable(text), groups) })),
  );
  const line = drawLine(read.map(({ kind, marks }) => ({ marks, isDanger: kind !== calmKind })));
  return {
    kinds,
    groups,
    line,
    counts: countKinds(read.filter(({ kind }) => kind !== calmKind)),
    mayShow: new Set(line.numbers.keys()),
  };
}

const fewestHan = 4;
const han = /\p{Script=Han}/gu;

/** Null where there is nothing to read: no words, other scripts, walls of numbers. */
export function readDanger(reader: DangerReader, text: string): DangerReading | null {
  const said = readable(text);
  if ((said.match(han) ?? []).length < fewestHan) return null;
  const marks = marksIn(said, reader.groups);
  const code = likeliestKind(reader.counts, marks);
  const kind = reader.kinds.find((one) => one.code === code);
  if (!kind) return null;
  return { strength: strengthOf(reader.line, marks), kind, words: wordsThatWeighed(reader, said) };
}

const mostWords = 4;
const leastWeight = 0.1;
/** What happened and to what: nouns, verbs, adjectives, set phrases. */
const tellingKinds = /^[nvail]/;

function wordsThatWeighed({ line, groups, mayShow }: DangerReader, said: string): string[] {
  const cut = taggedWords(said);
  const weights = new Map<string, number>();
  for (const { word, tag } of cut)
    if (word.length > 1 && tellingKinds.test(tag) && mayShow.has(wordMark(word)))
      weights.set(word, weightInside(line, word));
  const starts = new Set(cut.map(({ start }) => start));
  const ends = new Set(cut.map(({ start, word }) => start + word.length));
  for (const { code, words } of groups)
    for (const word of words) {
      const at = said.indexOf(word);
      // Half of one word and half of the next is nothing to show.
      if (word.length < 2 || !starts.has(at) || !ends.has(at + word.length)) continue;
      const inside = weights.get(word) ?? weightInside(line, word);
      weights.set(word, inside + weightOf(line, groupMark(code)));
    }
  const heaviest = [...weights]
    .filter(([, weight]) => weight > leastWeight)
    .toSorted(([, a], [, b]) => b - a)
    .map(([word]) => word);
  return withoutParts(heaviest).slice(0, mostWords);
}

/** A word by itself and the pairs inside it. */
function weightInside(line: DangerLine, word: string): number {
  let weight = weightOf(line, wordMark(word));
  for (let at = 0; at + 1 < word.length; at += 1)
    weight += weightOf(line, pairMark(word.slice(at, at + 2)));
  return weight;
}

const withoutParts = (words: readonly string[]): string[] =>
  words.filter(
    (word, at) =>
      !words.some(
        (other, place) =>
          place !== at &&
          (other.includes(word) ? other !== word : place < at && word.includes(other)),
      ),
  );
