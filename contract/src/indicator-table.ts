import { callIndicators } from './indicator-table/calls.ts';
import { dispatchIndicators } from './indicator-table/dispatch.ts';
import { handlingIndicators } from './indicator-table/handling.ts';
import { resultIndicators } from './indicator-table/result.ts';
import type {
  FigureKey,
  FigureWords,
  IndicatorId,
  IndicatorWords,
  MeasuredIn,
} from './words/indicators.ts';

/** 指标表: the 35 of domain section 3 as data, read by server, pages, docs and tests. */
export const indicatorTable: Readonly<Record<IndicatorId, IndicatorWords>> = {
  ...callIndicators,
  ...dispatchIndicators,
  ...handlingIndicators,
  ...resultIndicators,
};

/** 销账率 is a share, of an indicator that counts. */
const measuredOtherwise: Partial<Record<FigureKey, MeasuredIn>> = { 'K38-cleared': 'share' };

interface Figure extends FigureWords {
  readonly indicator: IndicatorId;
  readonly measuredIn: MeasuredIn;
}

/** Whose figure it is, what stands above and below its line, and what it is read in. */
export function figureWords(key: FigureKey): Figure {
  const indicator = indicatorOf(key);
  const { figures, measuredIn } = indicatorTable[indicator];
  const words = figures[key];
  if (!words) throw new Error(`The table of indicators says nothing of ${key}.`);
  return { ...words, indicator, measuredIn: measuredOtherwise[key] ?? measuredIn };
}

/** 'K41a' and 'K41-claim' are figures of K41. */
function indicatorOf(key: FigureKey): IndicatorId {
  const id = /^K\d+/.exec(key)?.[0];
  for (const known of Object.keys(indicatorTable)) if (known === id && isId(known)) return known;
  throw new Error(`${key} is no figure of an indicator.`);
}

const isId = (word: string): word is IndicatorId => word in indicatorTable;
