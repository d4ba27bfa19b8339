import { callIndicators } from './indicator-table/calls.ts';
import { dispatchIndicators } from './indicator-table/dispatch.ts';
import { handlingIndicators } from './indicator-table/handling.ts';
import { resultIndicators } from './indicator-table/result.ts';
import type { FigureKey, FigureWords, IndicatorId, IndicatorWords } from './words/indicators.ts';

/** 指标表: the 35 of domain section 3 as data, read by server, pages, docs and tests. */
export const indicatorTable: Readonly<Record<IndicatorId, IndicatorWords>> = {
  ...callIndicators,
  ...dispatchIndicators,
  ...handlingIndicators,
  ...resultIndicators,
};

/** Whose figure it is, and what stands above and below its line. */
export function figureWords(key: FigureKey): FigureWords & { readonly indicator: IndicatorId } {
  const indicator = indicatorOf(key);
  const words = indicatorTable[indicator].figures[key];
  if (!words) throw new Error(`The table of indicators says nothing of ${key}.`);
  return { ...words, indicator };
}

/** 'K41a' and 'K41-claim' are figures of K41. */
function indicatorOf(key: FigureKey): IndicatorId {
  const id = /^K\d+/.exec(key)?.[0];
  for (const known of Object.keys(indicatorTable)) if (known === id && isId(known)) return known;
  throw new Error(`${key} is no figure of an indicator.`);
}

const isId = (word: string): word is IndicatorId => word in indicatorTable;
