import { normalise, wordsOf } from '../text/index.ts';

/** 词组: words that mean much the same where danger is told, as `stuck` or `thanks`. */
export interface WordGroup {
  readonly code: string;
  readonly words: readonly string[];
}

/** 特征: what is found in a text, with how much each counts. */
export type Marks = ReadonlyMap<string, number>;

export const wordMark = (word: string): string => `w${word}`;
export const pairMark = (pair: string): string => `p${pair}`;
export const groupMark = (code: string): string => `g${code}`;

/** The matter stands at the beginning; more than this is nobody's call for help. */
const longestRead = 2_000;
const digits = /\p{Nd}+(?:[.:/-]\p{Nd}+)*/gu;
const separators = /[^\p{L}\p{M}#]+/gu;
const gap = ',';

// A single character says little, one group beside another says much.
const weightOf = { character: 0.5, pair: 1, word: 1, group: 1.5, groups: 0.7 } as const;
const fewestGroups = 4;

/** As it is read: which number it is teaches nothing, one sign for whatever parts the words. */
export function readable(text: string): string {
  return normalise(text.slice(0, longestRead))
    .replaceAll('#', ' ')
    .replace(digits, '#')
    .replace(separators, gap);
}

/** Characters, pairs and words on one side, groups and pairs of groups on the other: each side as long as the other, however much was said. */
export function marksIn(said: string, groups: readonly WordGroup[]): Marks {
  const letters = new Map<string, number>();
  for (let at = 0; at < said.length; at += 1) {
    const pair = said.slice(at, at + 2);
    if (!pair.startsWith(gap)) letters.set(`c${pair[0]}`, weightOf.character);
    if (pair.length === 2 && !pair.includes(gap)) letters.set(pairMark(pair), weightOf.pair);
  }
  for (const word of wordsOf(said)) if (word.length > 1) letters.set(wordMark(word), weightOf.word);
  return new Map([...ofLength(letters, 0), ...ofLength(groupsIn(said, groups), fewestGroups)]);
}

function groupsIn(said: string, groups: readonly WordGroup[]): Map<string, number> {
  const heard = groups
    .filter(({ words }) => words.some((word) => said.includes(word)))
    .map(({ code }) => code);
  const marks = new Map<string, number>();
  for (const [at, one] of heard.entries()) {
    marks.set(groupMark(one), weightOf.group);
    for (const other of heard.slice(at + 1))
      marks.set(`${groupMark(one)}+${other}`, weightOf.groups);
  }
  return marks;
}

/** A text with hardly anything in it must not shout. */
function* ofLength(marks: Map<string, number>, least: number): Generator<[string, number]> {
  let squares = 0;
  for (const value of marks.values()) squares += value * value;
  const scale = 2 / Math.sqrt(Math.max(least, squares, Number.EPSILON));
  for (const [mark, value] of marks) yield [mark, value * scale];
}
