import {
  ratingLabel,
  ratings,
  solvedAnswerLabel,
  solvedAnswers,
} from '@minsheng/contract/words/call-back.ts';
import type { RatingAnswers } from './rate.ts';

const orderNo = /(?<!\d)(\d{6})-?(\d{8})-?(\d{6,9})(?!\d)/;

/** The order number somebody put into a message, with or without hyphens. */
export function orderNoIn(text: string): string | null {
  const found = orderNo.exec(text.normalize('NFKC'));
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

/** One answer as people type it: its digit, its word, or both. */
const answerIn = (labels: Readonly<Record<string, string>>): string =>
  `(\\d?)\\s*(${Object.values(labels).join('|')}|)`;

const between = '[\\s\\p{P}]*';
const threeAnswers = new RegExp(
  `^${between}${[solvedAnswerLabel, ratingLabel, ratingLabel].map(answerIn).join(between)}(?!${between}\\d|\\p{L})([\\s\\S]*)$`,
  'u',
);

/**
 * 短信评价: three answers, in the order the message asked: solved, process, result; a reason may follow. One digit says
 * nothing about the other two questions, so fewer or more are no rating (domain 2.9: asked apart, silence is not assent).
 */
export function readRating(text: string): RatingAnswers | null {
  const said = threeAnswers.exec(text.normalize('NFKC').replace(orderNo, '').trim());
  if (!said) return null;
  const solved = meant(solvedAnswers, solvedAnswerLabel, [said[1], said[2]]);
  const processRating = meant(ratings, ratingLabel, [said[3], said[4]]);
  const resultRating = meant(ratings, ratingLabel, [said[5], said[6]]);
  if (!solved || !processRating || !resultRating) return null;
  const reason = (said[7] ?? '').replace(/^[\p{P}\s]+/u, '').trim();
  return { solved, processRating, resultRating, reason };
}

/** Null when nothing was said, or the digit says one thing and the word another. */
function meant<Word extends string>(
  words: readonly Word[],
  labels: Readonly<Record<Word, string>>,
  [digit, label]: readonly (string | undefined)[],
): Word | null {
  if (!digit && !label) return null;
  const fits = (word: Word, at: number) =>
    (!digit || Number(digit) === at + 1) && (!label || labels[word] === label);
  return words.find(fits) ?? null;
}
