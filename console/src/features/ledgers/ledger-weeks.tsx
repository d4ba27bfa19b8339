import { useMay } from '../../shell/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WeekChart } from '../../ui/week-chart.tsx';
import type { Whole } from './ledgers.queries.ts';
import { ledgersText as words } from './text.ts';

type Week = Whole['weeks'][number];

/** 周进度: as a picture and in figures; the running week last in the picture, first in the table. */
export function LedgerWeeks({ ledger: { weeks } }: { ledger: Whole }) {
  const leads = useMay()('ledgers.lead');
  const point = (part: (week: Week) => number) =>
    weeks.map((week) => ({
      share: week.sites === 0 ? null : part(week) / week.sites,
      words: words.rate(part(week), week.sites),
    }));
  const heads = leads ? words.weekHeads : words.weekHeads.slice(0, 5);
  return (
    <Panel title={words.progress}>
      <WeekChart
        weeks={weeks.map(({ weekOn }) => weekOn)}
        bars={{ label: words.facts.closed, points: point(({ closed }) => closed) }}
        lines={[{ label: words.facts.advanced, points: point(({ advanced }) => advanced) }]}
        said={words.weekSaid(weeks.length)}
        sayPoint={words.weekPoint}
      />
      <DataTable
        heads={heads}
        rows={[...weeks].reverse().map((week) => ({
          key: week.weekOn,
          cells: [
            week.weekOn,
            week.sites,
            week.advanced,
            week.closed,
            week.writtenOff,
            ...(leads ? [week.appeals, week.repeats] : []),
          ],
        }))}
      />
      <p className="soft">{words.weekHelp}</p>
    </Panel>
  );
}
