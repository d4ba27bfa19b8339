import { type FigureKey, minimumSample } from '@minsheng/contract';
import type { WeekPoint } from '../../ui/week-chart.tsx';
import type { Trend } from './scorecard.queries.ts';
import { scorecardText as t } from './text.ts';
import { countsText, rateText, shareOf } from './values.ts';

/** One figure month by month; no rate of too few. */
export const trendPoints = ({ months }: Trend, figure: FigureKey): WeekPoint[] =>
  months.map(({ figures }) => {
    const found = figures.find(({ key }) => key === figure);
    if (!found) return { share: null, words: t.none };
    return {
      share: found.denominator < minimumSample ? null : shareOf(found),
      words: `${rateText(found)} (${countsText(found)})`,
    };
  });
