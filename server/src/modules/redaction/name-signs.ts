import { dictionaryWords, type TaggedWord, taggedWords } from '../text/index.ts';
import type { Candidate } from './name-candidates.ts';
import { givenOdds } from './name-characters.ts';
import {
  deedBefore,
  kinBefore,
  markAfter,
  placeAfter,
  saysAfter,
  titleAfter,
  toldBefore,
} from './name-context.ts';
import type { NameSign } from './name-weights.ts';
import {
  commonSurnames,
  everydaySurnames,
  givenCharacters,
  littleCharacters,
} from './name-words.ts';

const unknown = /^(?:nr|nrt|nrfg|x)$/;

export interface Seen {
  readonly text: string;
  /** Begins and ends of words, as the dictionary alone cuts. */
  readonly cuts: ReadonlySet<number>;
  readonly byStart: ReadonlyMap<number, TaggedWord>;
  /** As the cutter guesses: names it never saw come out as words of their own. */
  readonly guessed: ReadonlyMap<number, TaggedWord>;
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

/** What is seen of a candidate; each sign has its weight in the table. */
export function signsOfName(seen: Seen, candidate: Candidate): NameSign[] {
  const { text } = seen;
  const after = text.slice(candidate.end, candidate.end + 10);
  const [before, behind] = [beforeSign(seen, candidate), afterSign(seen, candidate, after)];
  return [
    surnameSign(candidate),
    ...givenSigns(seen, candidate),
    ...cutSigns(seen, candidate),
    before,
    behind,
    ...aloneSigns(candidate, before, behind),
  ];
}

const telling: ReadonlySet<NameSign> = new Set([
  'told-before',
  'kin-before',
  'title-after',
  'mark-after',
]);

/** 无依无靠: nothing around says that a name stands here, and its own characters must. */
function aloneSigns({ surname, given }: Candidate, ...around: readonly NameSign[]): NameSign[] {
  if (around.some((sign) => telling.has(sign))) return [];
  const found: NameSign[] = [];
  if (surnameSign({ surname }) === 'everyday-surname') found.push('everyday-alone');
  if (surnameSign({ surname }) === 'rare-surname') found.push('rare-alone');
  if (given.length === 1) found.push('short-alone');
  if (givenOdds(given) < 0) found.push('unlikely-alone');
  return found;
}

function surnameSign({ surname }: Pick<Candidate, 'surname'>): NameSign {
  if (surname.length === 2) return 'double-surname';
  if (commonSurnames.has(surname)) return 'common-surname';
  return everydaySurnames.has(surname) ? 'everyday-surname' : 'rare-surname';
}

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
  if (/\d$/.test(before)) return 'figure-before';
  const last = [1, 2, 3, 4]
    .map((size) => byStart.get(start - size))
    .find((word) => word && word.start + word.word.length === start);
  return last ? `${kindOf(last.tag)}-before` : 'noun-before';
}

function afterSign({ byStart }: Seen, { end }: Candidate, after: string): NameSign {
  if (placeAfter.test(after)) return 'place-after';
  if (titleAfter.test(after)) return 'title-after';
  if (markAfter.test(after)) return 'mark-after';
  if (saysAfter.test(after)) return 'says-after';
  if (!/^\p{Script=Han}/u.test(after)) return 'nothing-after';
  const next = byStart.get(end);
  if (next === undefined) return 'word-goes-on';
  return `${kindOf(next.tag)}-after`;
}

/** Word classes that behave alike beside a name. */
function kindOf(tag: string) {
  const first = tag.charAt(0);
  switch (first) {
    case 'v':
      return 'verb';
    case 'p':
    case 'c':
      return 'link';
    case 'r':
      return 'pronoun';
    case 'u':
    case 'y':
    case 'e':
      return 'particle';
    case 'd':
      return 'adverb';
    case 'm':
    case 'q':
    case 't':
      return 'number';
    case 'f':
    case 's':
      return 'side';
    case 'a':
    case 'b':
    case 'i':
    case 'l':
      return 'quality';
    default:
      return 'noun';
  }
}
