import type { AutoNumber } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../ui/panel.tsx';
import type { AutoPage, WeekRow } from './auto-dispatch.queries.ts';
import { autoText, type Share, shareWords } from './text.ts';
import { WeekChart } from './week-chart.tsx';

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

function WeekLine({ week }: { week: WeekRow }) {
  const { proposed, sure, sent } = week;
  return (
    <tr>
      <th scope="row">
        {week.from} – {week.to.slice(5)}
      </th>
      <td>
        <Opening week={week} number="proposed" words={autoText.count(proposed)} />
      </td>
      <td>
        <Opening week={week} number="sure" words={autoText.count(sure)} />
      </td>
      <td>
        <Ended week={week} ended={week.sureEnded} of="sure" />
      </td>
      <td>
        <Opening week={week} number="sent" words={autoText.count(sent)} />
      </td>
      <td>{shareWords({ right: sent, of: proposed })}</td>
      <td>
        <Ended week={week} ended={week.sentEnded} of="sent" />
      </td>
    </tr>
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
      <WeekChart weeks={page.weeks} />
      <div className="auto-table">
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...page.weeks].reverse().map((week) => (
              <WeekLine key={week.from} week={week} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft formula">{autoText.weeksHelp}</p>
    </Panel>
  );
}
