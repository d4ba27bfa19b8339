import { bigramsOf } from './bigrams.ts';
import { normalise, runsOf } from './normalise.ts';
import type { WordCutter } from './words.ts';

/** What a person typed, as `tsquery` texts (cast them with `::tsquery`) and exact keys. */
export interface SearchQuery {
  readonly words: string | null;
  /** Finds what words miss; ask second. */
  readonly bigrams: string | null;
  /** A whole order number: look it up, do not search. */
  readonly orderNo: string | null;
  /** Digits of a telephone number, for the blind index only: never log or echo them. */
  readonly phone: string | null;
}

const longestQuery = 200;
const mostTerms = 24;
const orderNumber = /^(\d{6})-?(\d{8})-?(\d{6,9})$/;
const mobile = /^(?:\+?86)?(1[3-9]\d{9})$/;
const landline = /^(?:\+?86)?(0\d{9,11}|[2-8]\d{6,7})$/;

/** 检索式: query text to what the index understands; any text at all is safe. */
export function readQuery(text: string, cutter: WordCutter): SearchQuery {
  const typed = normalise(text.slice(0, longestQuery));
  const orderNo = orderNoIn(typed);
  if (orderNo) return { words: null, bigrams: null, orderNo, phone: null };

  const phone = phoneIn(typed);
  // Pairs of digits stand in every document; a whole number is found as a word or not at all.
  if (phone) return { words: allOf([phone]), bigrams: null, orderNo: null, phone };

  const runs = runsOf(typed);
  return {
    words: allOf(runs.flatMap(cutter.forQuery)),
    bigrams: allOf(runs.flatMap(bigramsOf)),
    orderNo: null,
    phone: null,
  };
}

function orderNoIn(typed: string): string | null {
  const parts = orderNumber.exec(typed.replace(/\s/g, '').replace(/[\u{2010}-\u{2015}_]/gu, '-'));
  return parts ? parts.slice(1).join('-') : null;
}

function phoneIn(typed: string): string | null {
  const digits = typed.replace(/[\s()-]/g, '');
  return mobile.exec(digits)?.[1] ?? landline.exec(digits)?.[1] ?? null;
}

function allOf(lexemes: readonly string[]): string | null {
  const terms = [...new Set(lexemes)].slice(0, mostTerms);
  return terms.length > 0 ? terms.map(quoted).join(' & ') : null;
}

/** A lexeme as `tsquery` reads it literally. */
function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
