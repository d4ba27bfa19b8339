import { DataTable } from '../../ui/data-table.tsx';
import { typeName } from '../../ui/label-name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WeekChart, type WeekPoint } from '../../ui/week-chart.tsx';
import { JudgedLink } from './judged-link.tsx';
import type { KindFigures, Week } from './models.queries.ts';
import { modelsText, percent } from './text.ts';

const pointOf = (share: number | null): WeekPoint => ({
  share,
  words: share === null ? '—' : percent(share),
});

function Chart({ weeks }: { weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  return (
    <WeekChart
      weeks={weeks.map(({ from }) => from)}
      bars={{
        label: modelsText.decisionsUpTo(most),
        points: weeks.map(({ count }) => ({ share: count / most, words: String(count) })),
      }}
      lines={[
        {
          label: modelsText.byChance,
          points: weeks.map(({ shiftByChance }) => pointOf(shiftByChance)),
        },
        { label: modelsText.shift, points: weeks.map(({ shift }) => pointOf(shift)) },
      ]}
      said={modelsText.driftSaid(pointOf(weeks.at(-1)?.shift ?? null).words)}
      sayPoint={modelsText.point}
    />
  );
}

/** 漂移: whether what is decided still looks like what the version in use was trained on. */
export function DriftPanel({ kind, found }: KindFigures) {
  const { drift, weeks, since, today } = found;
  if (drift === null)
    return (
      <Panel title={modelsText.drift}>
        <p className="soft">{modelsText.noDrift}</p>
      </Panel>
    );
  return (
    <Panel title={modelsText.drift}>
      <p className="soft">{modelsText.against(drift.version, drift.samples)}</p>
      <Chart weeks={weeks} />
      <DataTable
        caption={modelsText.changed}
        heads={[modelsText.label, modelsText.before, modelsText.now, modelsText.look]}
        rows={drift.labels.map(({ label, name, before, now }) => ({
          key: label,
          cells: [
            typeName(name),
            percent(before),
            `${percent(now)} ${now > before ? '↑' : '↓'}`,
            <JudgedLink
              key="look"
              kind={kind}
              label={label}
              hit="any"
              from={since}
              to={today}
              words={modelsText.lookAt}
            />,
          ],
        }))}
      />
      <p className="soft formula">{modelsText.driftHelp}</p>
    </Panel>
  );
}
