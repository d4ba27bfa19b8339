import { findPlaces, type Gazetteer } from '../mentions/index.ts';
import { dictionaryWords } from '../text/index.ts';
import { minorityNames, soundingRun } from './minority-names.ts';
import { surnameAt } from './name-candidates.ts';
import {
  deedBefore,
  kinBefore,
  markAfter,
  placeAfter,
  saysAfter,
  titleAfter,
  toldBefore,
} from './name-context.ts';
import { guessNames } from './name-score.ts';
import { everydaySurnames, titles } from './name-words.ts';
import type { Removal } from './personal.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const latinAfter = /(?:姓名|名叫|叫做|叫|名字(?:是|叫)?|我是)\s{0,2}[:"“]?\s{0,2}(?=[A-Z][a-z]+)/g;
const title = new RegExp(`(?=(?:${titles})(?![\\p{Script=Han}]?[路街村镇]))`, 'gu');
const familiar =
  /(?<!\p{Script=Han})[老小阿]\p{Script=Han}(?=[的说在把不没家他她来开也就跟和一装做接要是,。、!]|$)|(?<=[找叫问跟和给是被])[老小阿]\p{Script=Han}(?=[的说在把不没家他她来也就跟和一,。、!]|$)/gu;

/** 姓名: who is named, by what stands before or after, or by the look of it. Words for offices and families stay. */
export function namesIn(text: string, places: Gazetteer | undefined): Removal[] {
  const placed = places ? findPlaces(text, places).mentions : [];
  const guessed = guessNames(text).filter(
    (span) => !placed.some(({ start, end }) => start <= span.start && span.start < end),
  );
  return [
    ...guessed,
    ...beforeTitles(text),
    ...familiarNames(text),
    ...minorities(text, placed),
    ...soundedNames(text, placed),
    ...latin(text),
  ].map(({ start, end }) => ({ kind: 'name', start, end }));
}

const officeBefore = /(?:村委会|居委会|社区|派出所|牧场|农场|大队|村里|乡里|镇里)的?$/;
const opener = /^[^\p{L}\p{N}]?$|^[找给跟和与向被由是让请的位叫个名]$/u;
const littleBefore =
  /^[和向时都应全来到从对由的任为该代付管各其原官边要查有请让问找可是在被当位名些多几大小老本前现女男]$/;

/** 李|女士: the surname goes, the title stays. */
function beforeTitles(text: string): Span[] {
  const starts = new Set(dictionaryWords(text).map(({ start }) => start));
  return [...text.matchAll(title)].flatMap(({ index: end }) =>
    [2, 1]
      .flatMap((size) => {
        const start = end - size;
        if (start < 0 || surnameAt(text, start)?.length !== size) return [];
        const surname = text.slice(start, end);
        const opens = opener.test(text.charAt(start - 1));
        if (littleBefore.test(surname) || (everydaySurnames.has(surname) && !opens)) return [];
        return opens || starts.has(start) ? [{ start, end }] : [];
      })
      .slice(0, 1),
  );
}

function familiarNames(text: string): Span[] {
  return [...text.matchAll(familiar)].flatMap((hit) => {
    const start = hit.index + 1;
    const surname = surnameAt(text, start);
    return surname?.length === 1 && !everydaySurnames.has(surname)
      ? [{ start, end: start + 1 }]
      : [];
  });
}

function minorities(text: string, placed: readonly Span[]): Span[] {
  return minorityNames.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }))
      .filter(
        (span) =>
          span.end - span.start >= 3 && !placeAfter.test(text.slice(span.end, span.end + 4)),
      )
      .filter((span) => !placed.some(({ start, end }) => start <= span.start && span.start < end)),
  );
}

/** Three sounds and more where a name is awaited, of which no two make a word. */
function soundedNames(text: string, placed: readonly Span[]): Span[] {
  const words = dictionaryWords(text);
  return [...text.matchAll(soundingRun)].flatMap((hit) => {
    const span = { start: hit.index, end: hit.index + hit[0].length };
    const inside = words.filter(
      ({ start, word }) => start >= span.start && start + word.length <= span.end,
    );
    const loose = inside.filter(({ word, tag }) => word.length === 1 || /^nr/.test(tag)).length;
    const before = text.slice(Math.max(0, span.start - 12), span.start);
    const after = text.slice(span.end, span.end + 10);
    const opens =
      toldBefore.test(before) ||
      kinBefore.test(before) ||
      officeBefore.test(before) ||
      (deedBefore.test(before) && loose === inside.length && inside.length >= 3) ||
      /(?:^|[^\p{L}\p{N}])$/u.test(before);
    const closes =
      titleAfter.test(after) ||
      markAfter.test(after) ||
      saysAfter.test(after) ||
      !/^[\p{L}\p{N}]/u.test(after) ||
      (deedBefore.test(before) && /^(?:办|帮|一起|那|这)/.test(after));
    const isName = opens && closes && loose >= inside.length - 1 && !placeAfter.test(after);
    return isName && !placed.some(({ start, end }) => start <= span.start && span.start < end)
      ? [span]
      : [];
  });
}

function latin(text: string): Span[] {
  return [...text.matchAll(latinAfter)].map((hit) => {
    const start = hit.index + hit[0].length;
    const [name = ''] =
      /^[A-Z][a-z]+(?:[ .·][A-Z][a-z]+){0,3}/.exec(text.slice(start, start + 60)) ?? [];
    return { start, end: start + name.length };
  });
}
