import { dictionaryWords, type TaggedWord, taggedWords } from '../text/index.ts';
import {
  deedBefore,
  kinBefore,
  markAfter,
  placeAfter,
  saysAfter,
  titleAfter,
  toldBefore,
} from './name-context.ts';
import { type NameSign, nameWeights } from './name-weights.ts';
import {
  commonSurnames,
  doubleSurnames,
  everydaySurnames,
  givenCharacters,
  littleCharacters,
  surnames,
} from './name-words.ts';

/** A stretch that may be a name, and what speaks for it and against. */
export interface NameGuess {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** From here on it is taken for a name: better one word too many than one name too few. */
export const enough = -1.5;

const double = new RegExp(`^(?:${doubleSurnames})`);
const han = /^\p{Script=Han}$/u;
const unknown = /^(?:nr|nrt|nrfg|x)$/;

export interface Seen {
  readonly text: string;
  /** Begins and ends of words, as the dictionary alone cuts. */
  readonly cuts: ReadonlySet<number>;
  readonly byStart: ReadonlyMap<number, TaggedWord>;
  /** As the cutter guesses: names it never saw come out as words of their own. */
  readonly guessed: ReadonlyMap<number, TaggedWord>;
}

/** 姓名评分: every surname with one or two characters after it, weighed by its characters, the words it cuts, and what stands around. */
export function guessNames(text: string): NameGuess[] {
  const seen = seenIn(text);
  const guesses = candidatesIn(text)
    .map((candidate) => ({ ...candidate, score: scoreOf(seen, candidate) }))
    .filter(({ score }) => score >= enough);
  return strongest(guesses);
}

export function seenIn(text: string): Seen {
  const words = dictionaryWords(text);
  return {
    text,
    cuts: new Set(words.flatMap(({ start, word }) => [start, start + word.length])),
    byStart: new Map(words.map((word) => [word.start, word])),
    guessed: new Map(taggedWords(text).map((word) => [word.start, word])),
  };
}

export function candidatesIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const surname = surnameAt(text, start);
    if (surname === null) continue;
    for (const size of [1, 2]) {
      const end = start + surname.length + size;
      const given = text.slice(start + surname.length, end);
      if (surelyPlace.test(given)) continue;
      const isHan = given.length === size && [...given].every((character) => han.test(character));
      // 李女士 is a surname with its title; 王女 is nobody.
      if (isHan && !titleAfter.test(text.slice(start + surname.length, start + surname.length + 4)))
        found.push({ start, end, surname, given });
    }
  }
  return found;
}

export function surnameAt(text: string, start: number): string | null {
  const [pair] = double.exec(text.slice(start, start + 2)) ?? [];
  if (pair !== undefined) return pair;
  return surnames.has(text.charAt(start)) ? text.charAt(start) : null;
}

export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly surname: string;
  readonly given: string;
}

/** What is seen of a candidate; each sign has its weight in the table. */
export function signsOfName(seen: Seen, candidate: Candidate): NameSign[] {
  const { text } = seen;
  const after = text.slice(candidate.end, candidate.end + 10);
  return [
    surnameSign(candidate),
    ...givenSigns(seen, candidate),
    ...cutSigns(seen, candidate),
    beforeSign(seen, candidate),
    afterSign(seen, candidate, after),
  ];
}

function surnameSign({ surname }: Candidate): NameSign {
  if (surname.length === 2) return 'double-surname';
  if (commonSurnames.has(surname)) return 'common-surname';
  return everydaySurnames.has(surname) ? 'everyday-surname' : 'rare-surname';
}

/** 张家村, 康家园. */
const surelyPlace = /.[村园苑巷镇县厝]$/;
const placeEnd = /[村路街巷镇县区市乡厝园苑城湾店厂站桥楼场队校院局里]$/;

function givenSigns({ byStart }: Seen, { start, surname, given }: Candidate): NameSign[] {
  const found: NameSign[] = [given.length === 1 ? 'short' : 'long'];
  for (const character of given) {
    if (littleCharacters.has(character)) found.push('little-character');
    else if (givenCharacters.has(character)) found.push('given-character');
  }
  if (placeEnd.test(given)) found.push('ends-like-a-place');
  const word = byStart.get(start + surname.length);
  // 建设, 春花 are names as well as words; 施工, 漏水 are words.
  if (given.length === 2 && word?.word.length === 2 && !unknown.test(word.tag))
    found.push('given-is-a-word');
  return found;
}

function cutSigns(
  { cuts, byStart, guessed }: Seen,
  { start, end, surname }: Candidate,
): NameSign[] {
  const own = byStart.get(start);
  const guess = guessed.get(start);
  const found: NameSign[] = [];
  if (guess && start + guess.word.length === end && unknown.test(guess.tag))
    found.push('guessed-as-a-name');
  if (own && own.word.length > surname.length) {
    const ownEnd = start + own.word.length;
    const isNameWord = unknown.test(own.tag);
    if (ownEnd === end) found.push(isNameWord ? 'name-of-the-dictionary' : 'is-a-word');
    else if (ownEnd < end) found.push(isNameWord ? 'begins-with-a-name' : 'begins-with-a-word');
    else found.push('cut-out-of-a-word');
  }
  if (!cuts.has(start)) found.push('starts-inside-a-word');
  if (!cuts.has(end)) found.push('ends-inside-a-word');
  return found;
}

function beforeSign({ text, byStart }: Seen, { start }: Candidate): NameSign {
  const before = text.slice(Math.max(0, start - 12), start);
  if (toldBefore.test(before)) return 'told-before';
  if (kinBefore.test(before)) return 'kin-before';
  if (deedBefore.test(before)) return 'deed-before';
  if (/(?:^|[^\p{L}\p{N}])$/u.test(before)) return 'nothing-before';
  if (/\d$/.test(before)) return 'number-before';
  const last = [1, 2, 3, 4]
    .map((size) => byStart.get(start - size))
    .find((word) => word && word.start + word.word.length === start);
  return last && /^(?:[vpcrufdty]|uj|ul)/.test(last.tag) ? 'verb-before' : 'noun-before';
}

function afterSign({ byStart }: Seen, { end }: Candidate, after: string): NameSign {
  if (placeAfter.test(after)) return 'place-after';
  if (titleAfter.test(after)) return 'title-after';
  if (markAfter.test(after)) return 'mark-after';
  if (saysAfter.test(after)) return 'says-after';
  if (!/^\p{Script=Han}/u.test(after)) return 'nothing-after';
  const next = byStart.get(end);
  if (next === undefined) return 'word-goes-on';
  return /^(?:[vpcrudy]|uj|ul)/.test(next.tag) ? 'verb-after' : 'noun-after';
}

function scoreOf(seen: Seen, candidate: Candidate): number {
  return signsOfName(seen, candidate).reduce((sum, sign) => sum + nameWeights[sign], 0);
}

/** Of those that overlap the one with most to speak for it; the longer one where they are even. */
function strongest(guesses: readonly NameGuess[]): NameGuess[] {
  const kept: NameGuess[] = [];
  const byWorth = guesses.toSorted(
    (a, b) => b.score + (b.end - b.start) * 0.2 - (a.score + (a.end - a.start) * 0.2),
  );
  for (const guess of byWorth)
    if (!kept.some(({ start, end }) => guess.start < end && start < guess.end)) kept.push(guess);
  return kept;
}
