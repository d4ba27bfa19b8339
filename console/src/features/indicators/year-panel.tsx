import { type FigureKey, figureWords } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../ui/panel.tsx';
import { WeekChart } from '../../ui/week-chart.tsx';
import { type Scope, trendQuery } from './scorecard.queries.ts';
import { scorecardText as t } from './text.ts';
import { trendPoints } from './trend-points.ts';

/** In time, to people's satisfaction, and really solved: what the other figures serve. */
const drawn = { bars: 'K32', lines: ['K42-strict', 'K41b'] } as const satisfies {
  bars: FigureKey;
  lines: readonly FigureKey[];
};

/** 走势: a year to be seen at a glance; each figure's own drawer shows it apart. */
export function YearPanel({ scope }: { scope: Scope }) {
  const { data } = useQuery(trendQuery(scope));
  if (!data) return null;
  const lineOf = (figure: FigureKey) => ({
    label: figureWords(figure).name,
    points: trendPoints(data, figure),
  });
  const bars = lineOf(drawn.bars);
  const lines = drawn.lines.map(lineOf);
  const isEmpty = [bars, ...lines].every(({ points }) =>
    points.every(({ share }) => share === null),
  );
  return (
    <Panel title={t.trend}>
      {isEmpty ? (
        <p className="soft">{t.yearNone}</p>
      ) : (
        <WeekChart
          weeks={data.months.map(({ month }) => month)}
          bars={bars}
          lines={lines}
          said={t.trendSaid([bars, ...lines].map(({ label }) => label).join('、'))}
          sayPoint={t.trendPoint}
        />
      )}
    </Panel>
  );
}
