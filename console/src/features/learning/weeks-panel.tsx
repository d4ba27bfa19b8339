import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WeekChart, type WeekPoint } from '../../ui/week-chart.tsx';
import { JudgedLink } from './judged-link.tsx';
import type { KindFigures, Week } from './models.queries.ts';
import { modelsText, percent } from './text.ts';

const { rate } = modelsText;

function Chart({ weeks }: { weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  const last = weeks.at(-1);
  const shareOf = (part: number, count: number): WeekPoint => ({
    share: count === 0 ? null : part / count,
    words: rate(part, count),
  });
  return (
    <WeekChart
      weeks={weeks.map(({ from }) => from)}
      bars={{
        label: modelsText.decisionsUpTo(most),
        points: weeks.map(({ count }) => ({ share: count / most, words: String(count) })),
      }}
      lines={[
        {
          label: modelsText.amongThree,
          points: weeks.map(({ amongThree, count }) => shareOf(amongThree, count)),
        },
        {
          label: modelsText.first,
          points: weeks.map(({ first, count }) => shareOf(first, count)),
        },
      ]}
      said={modelsText.weeksSaid(weeks.length, last ? rate(last.first, last.count) : '—')}
      sayPoint={modelsText.point}
    />
  );
}

/** 每周: how right it was before it learnt, as a chart and in figures. */
export function WeeksPanel({ kind, found }: KindFigures) {
  const { weeks } = found;
  return (
    <Panel title={modelsText.figures}>
      <Chart weeks={weeks} />
      <DataTable
        heads={[
          modelsText.week,
          modelsText.decisions,
          modelsText.first,
          modelsText.amongThree,
          modelsText.wrong,
          modelsText.unmet,
        ]}
        rows={[...weeks].reverse().map(({ from, to, count, first, amongThree, unmet }) => ({
          key: from,
          cells: [
            `${from} – ${to.slice(5)}`,
            modelsText.orders(count),
            rate(first, count),
            rate(amongThree, count),
            <JudgedLink
              key="wrong"
              kind={kind}
              from={from}
              to={to}
              hit="wrong"
              words={modelsText.orders(count - first)}
            />,
            unmet === null ? '—' : percent(unmet),
          ],
        }))}
      />
      <p className="soft formula">{modelsText.formula}</p>
    </Panel>
  );
}
