import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { nowMs } from '../../shell/browser-clock.ts';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dayText } from '../../ui/format.ts';
import { CalendarForm } from './calendar-form.tsx';
import { type DayRun, runsOf } from './calendar-runs.ts';
import { calendarText, weekdayName } from './calendar-text.ts';
import { calendarQuery } from './city.queries.ts';
import { WaitingDays } from './waiting-days.tsx';

/** 工作日历: every day that does not go by its weekday, and the notice it rests on. */
export function CalendarTab() {
  const [year, setYear] = useState(() => yearOf(nowMs()));
  const [isProposing, setProposing] = useState(false);
  const days = useQuery({ ...calendarQuery(year), placeholderData: (before) => before });
  return (
    <>
      <div className="calendar-head">
        <Button onClick={() => setYear(year - 1)}>{calendarText.before}</Button>
        <h2>{calendarText.yearName(year)}</h2>
        <Button onClick={() => setYear(year + 1)}>{calendarText.after}</Button>
        {days.data?.can.propose && (
          <Button type="primary" onClick={() => setProposing(true)}>
            {calendarText.propose}
          </Button>
        )}
      </div>
      <Ask of={days}>
        {({ rows, waiting, isSettled }) => (
          <>
            <WaitingDays waiting={waiting} />
            {!isSettled && <p className="gap-below">{calendarText.unsettled}</p>}
            {rows.length === 0 && <EmptyState words={calendarText.none} />}
            {rows.length > 0 && (
              <ul className="rows" aria-label={calendarText.listLabel}>
                {runsOf(rows).map((run) => (
                  <Run key={run.from} run={run} />
                ))}
              </ul>
            )}
          </>
        )}
      </Ask>
      <CalendarForm open={isProposing} onClose={() => setProposing(false)} />
    </>
  );
}

const yearOf = (atMs: number): number => Number(dayText(new Date(atMs).toISOString()).slice(0, 4));

function Run({ run }: { run: DayRun }) {
  const { from, to, days, kind } = run;
  return (
    <li className="row unit-line">
      <strong>
        {from} {weekdayName(from)}
        {days > 1 && `${calendarText.until}${to} ${weekdayName(to)}`}
      </strong>
      <span className={`chip ${kind === 'work' ? 'chip-wait' : 'chip-plain'}`}>
        {calendarText[kind]} {days > 1 && calendarText.days(days)}
      </span>
      <span>{run.name}</span>
      {run.isCorrected && <span className="chip chip-wait">{calendarText.corrected}</span>}
      <span className="soft">
        {calendarText.basis} {run.source}
      </span>
    </li>
  );
}
