import { figureWords, indicatorTable, minimumSample } from '@minsheng/contract';
import { spanText } from '../../ui/format.ts';
import type { Figure } from './scorecard.queries.ts';
import { scorecardText as t } from './text.ts';

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

export const shareOf = ({ numerator, denominator }: Ratio): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** 99.27 %: two digits where a hundredth would be hidden, never more. */
export const percentText = (share: number): string => `${(share * 100).toFixed(2)}%`;

export const ratioText = (ratio: Ratio): string => {
  const share = shareOf(ratio);
  return share === null ? t.none : percentText(share);
};

export const countsText = ({ numerator, denominator }: Ratio): string =>
  `${numerator} / ${denominator}`;

interface Shown extends Pick<Figure, 'key' | 'adjusted' | 'hasRate'> {
  readonly amounts: { readonly median: number } | null;
}

/** What stands large on a tile; null where only the counts may be said. */
export function valueText(figure: Shown): string | null {
  const { measuredIn, indicator } = figureWords(figure.key);
  const { numerator } = figure.adjusted;
  if (measuredIn === 'count')
    return indicatorTable[indicator].counts === 'issues'
      ? t.issues(numerator)
      : t.pieces(numerator);
  if (measuredIn === 'times') return figure.amounts && t.times(figure.amounts.median);
  if (figure.amounts && measuredIn === 'minutes') return spanText(figure.amounts.median);
  if (!figure.hasRate) return null;
  return ratioText(figure.adjusted);
}

/** A rate of the minimum sample or more; of fewer it is said that they are too few (3.6). */
export const rateText = (ratio: Ratio): string =>
  ratio.denominator > 0 && ratio.denominator < minimumSample ? t.tooFew : ratioText(ratio);

type IndicatorId = keyof typeof indicatorTable;

export function indicatorIdOf(key: Figure['key']): IndicatorId {
  const found = ids.find((id) => id === /^K\d+/.exec(key)?.[0]);
  if (!found) throw new Error(`${key} belongs to no indicator.`);
  return found;
}

const isId = (id: string): id is IndicatorId => id in indicatorTable;
const ids = Object.keys(indicatorTable).filter(isId);
