import { bigramsOf } from './bigrams.ts';
import { normalise, normaliseDocument, runsOf } from './normalise.ts';
import type { WordCutter } from './words.ts';

export interface SearchableText {
  readonly orderNo: string;
  readonly title: string;
  readonly content: string;
  readonly place: string;
  readonly unitNames: readonly string[];
}

/** Lexemes for `array_to_tsvector`: already what they should be, so that no parser touches them. */
export interface SearchDocument {
  readonly words: readonly string[];
  readonly bigrams: readonly string[];
}

/** 检索文档: what an order can be found by. */
export function cutDocument(text: SearchableText, cutter: WordCutter): SearchDocument {
  const parts = [text.title, text.content, text.place, ...text.unitNames].map(normaliseDocument);
  const words = new Set([...parts.flatMap(cutter.forDocument), ...numberWords(text.orderNo)]);
  // Order numbers share most of their digits: as bigrams they would only swell the index.
  const bigrams = new Set(parts.flatMap(bigramsOf));
  return { words: [...words], bigrams: [...bigrams] };
}

/** 工单编号: whole, by its parts, and its serial without leading zeros, as people read it out. */
function numberWords(orderNo: string): string[] {
  const parts = runsOf(normalise(orderNo));
  const serial = parts.at(-1)?.replace(/^0+(?=\d)/, '');
  return [...parts, parts.join(''), serial ?? ''].filter((word) => word !== '');
}
