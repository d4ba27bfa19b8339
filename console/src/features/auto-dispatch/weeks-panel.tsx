import type { AutoNumber } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WeekChart, type WeekPoint } from '../../ui/week-chart.tsx';
import type { AutoPage, WeekRow } from './auto-dispatch.queries.ts';
import { autoText, type Share, shareWords } from './text.ts';

interface NumberProps {
  week: WeekRow;
  number: AutoNumber;
  words: string;
}

/** A number that opens the orders behind it. */
function Opening({ week, number, words }: NumberProps) {
  return (
    <Link to="/search" search={{ auto: number, autoFrom: week.from, autoTo: week.to }}>
      {words}
    </Link>
  );
}

function Ended({ week, ended, of }: { week: WeekRow; ended: Share; of: 'sure' | 'sent' }) {
  const wrong = ended.of - ended.right;
  return (
    <>
      {shareWords(ended)}
      {wrong > 0 && (
        <>
          {' '}
          <Opening
            week={week}
            number={`${of}-wrong`}
            words={`${autoText.wrongOnes} ${autoText.count(wrong)}`}
          />
        </>
      )}
    </>
  );
}

function cellsOf(week: WeekRow) {
  const { from, to, proposed, sure, sureEnded, sent, sentEnded } = week;
  return [
    `${from} – ${to.slice(5)}`,
    <Opening key="proposed" week={week} number="proposed" words={autoText.count(proposed)} />,
    <Opening key="sure" week={week} number="sure" words={autoText.count(sure)} />,
    <Ended key="sure-ended" week={week} ended={sureEnded} of="sure" />,
    <Opening key="sent" week={week} number="sent" words={autoText.count(sent)} />,
    shareWords({ right: sent, of: proposed }),
    <Ended key="sent-ended" week={week} ended={sentEnded} of="sent" />,
  ];
}

const pointOf = (share: Share): WeekPoint => ({
  share: share.of === 0 ? null : share.right / share.of,
  words: shareWords(share),
});

const coverageOf = ({ sent, proposed }: WeekRow): Share => ({ right: sent, of: proposed });

function Chart({ weeks }: { weeks: readonly WeekRow[] }) {
  const last = weeks.at(-1);
  if (last === undefined) return null;
  const said = [
    `${autoText.coverage} ${shareWords(coverageOf(last))}`,
    `${autoText.sureEnded} ${shareWords(last.sureEnded)}`,
    `${autoText.sentEnded} ${shareWords(last.sentEnded)}`,
  ].join(',');
  return (
    <WeekChart
      weeks={weeks.map(({ from }) => from)}
      bars={{
        label: autoText.coverage,
        points: weeks.map((week) => pointOf(coverageOf(week))),
      }}
      lines={[
        { label: autoText.sureEnded, points: weeks.map((week) => pointOf(week.sureEnded)) },
        { label: autoText.sentEnded, points: weeks.map((week) => pointOf(week.sentEnded)) },
      ]}
      said={autoText.chart(weeks.length, said)}
      sayPoint={autoText.chartPoint}
    />
  );
}

const heads = [
  autoText.week,
  autoText.proposed,
  autoText.sure,
  autoText.sureEnded,
  autoText.sent,
  autoText.coverage,
  autoText.sentEnded,
];

/** 逐周, the latest first in the table. */
export function WeeksPanel({ page }: { page: AutoPage }) {
  if (page.weeks.length === 0) {
    return (
      <Panel title={autoText.weeks}>
        <p className="soft">{autoText.noWeeks}</p>
      </Panel>
    );
  }
  return (
    <Panel title={autoText.weeks}>
      <Chart weeks={page.weeks} />
      <DataTable
        heads={heads}
        rows={[...page.weeks].reverse().map((week) => ({ key: week.from, cells: cellsOf(week) }))}
      />
      <p className="soft formula">{autoText.weeksHelp}</p>
    </Panel>
  );
}
