import type { insight, ReplyOf } from '@minsheng/contract';
import { channelLabel, orderStatusLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { ForecastPanel } from '../../ui/forecast-panel.tsx';
import { dayText, fullInstant, shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import './insight.css';
import { todayText } from './text.ts';
import { todayQuery } from './today.queries.ts';

export type Today = ReplyOf<typeof insight.today>;

interface TodayProps {
  today: Today;
}

/** Big numbers; each opens the orders behind it. */
function Received({ today }: TodayProps) {
  const day = dayText(today.now);
  const { appeals, people, issues, byChannel } = today.receivedToday;
  return (
    <Panel title={todayText.received}>
      <Link to="/search" search={{ asked: 'yes', from: day, to: day }} className="big-numbers">
        <span>
          <b>{appeals}</b> {todayText.appeals}
        </span>
        <span>
          <b>{people}</b> {todayText.people}
        </span>
        <span>
          <b>{issues}</b> {todayText.issues}
        </span>
      </Link>
      <p className="soft inline">
        {todayText.byChannel}
        {byChannel.map(({ channel, count }) => (
          <Link key={channel} to="/search" search={{ channel, from: day, to: day }}>
            {channelLabel[channel]} {todayText.count(count)}
          </Link>
        ))}
      </p>
      <p className="soft formula">{todayText.formula.received}</p>
    </Panel>
  );
}

function Closed({ today }: TodayProps) {
  const day = dayText(today.now);
  return (
    <Panel title={todayText.closed}>
      <Link to="/search" search={{ closedOn: day }} className="big-numbers">
        <span>
          <b>{today.closedToday}</b>
        </span>
      </Link>
      <p>
        <Link to="/search" search={{ overrideSince: today.guardOverrides.since }}>
          {todayText.overrides} <b>{todayText.count(today.guardOverrides.count)}</b>
        </Link>
      </p>
      <p className="soft formula">{todayText.overridesHelp}</p>
    </Panel>
  );
}

function Waiting({ today }: TodayProps) {
  const most = Math.max(1, ...today.waiting.map((stage) => stage.count));
  return (
    <Panel title={todayText.waiting}>
      <ul className="bars">
        {today.waiting.map((stage) => (
          <li key={stage.status}>
            <Link to="/search" search={{ status: stage.status }}>
              <span>{orderStatusLabel[stage.status]}</span>
              <span className="bar">
                <i style={{ width: `${(stage.count / most) * 100}%` }} />
              </span>
              <b>{todayText.count(stage.count)}</b>
            </Link>
            {stage.oldestAt !== null && (
              <small>{todayText.oldest(shortInstant(stage.oldestAt))}</small>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Overdue({ today }: TodayProps) {
  return (
    <Panel title={todayText.overdue}>
      {today.overdue.length === 0 && <p className="soft">{todayText.noOverdue}</p>}
      <ul className="numbers">
        {today.overdue.map(({ unit, count, oldestDueAt }) => (
          <li key={unit.code}>
            <Link to="/search" search={{ unit: unit.code, overdue: 'yes' }}>
              <span>{unit.name}</span> <b>{todayText.overdueWords(count)}</b>
            </Link>
            <small>{todayText.oldestDue(shortInstant(oldestDueAt))}</small>
          </li>
        ))}
      </ul>
      <p className="soft formula">{todayText.formula.overdue}</p>
    </Panel>
  );
}

function Emergencies({ today }: TodayProps) {
  return (
    <Panel title={todayText.emergencies}>
      {today.emergencies.length === 0 && <p className="soft">{todayText.noEmergencies}</p>}
      <ul className="plain-list">
        {today.emergencies.map((one) => (
          <li key={one.orderId}>
            <Link to="/orders/$orderId" params={{ orderId: one.orderId }}>
              {one.title}
            </Link>{' '}
            <span className="soft">{shortInstant(one.acceptedAt)}</span>{' '}
            <span>
              {one.fixedMinutes === null
                ? todayText.notFixed
                : todayText.fixed(Math.round(one.fixedMinutes))}
            </span>{' '}
            {one.isMet !== null && (
              <span className={`chip ${one.isMet ? 'chip-good' : 'chip-alarm'}`}>
                {one.isMet ? todayText.met : todayText.missed}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Matters({ today }: TodayProps) {
  const day = dayText(today.now);
  return (
    <Panel title={todayText.byMatter}>
      {today.byMatter.length === 0 && <p className="soft">{todayText.noneToday}</p>}
      <ul className="numbers">
        {today.byMatter.map(({ code, name, count }) => (
          <li key={code}>
            <Link to="/search" search={{ asked: 'yes', matter: code, from: day, to: day }}>
              <span>{name}</span> <b>{todayText.count(count)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** 今日: where the city's appeals stand now. */
export function TodayPage() {
  const today = useQuery(todayQuery);
  return (
    <>
      <div className="page-title">
        <h1>{todayText.title}</h1>
        {today.data !== undefined && (
          <span className="soft">{todayText.at(fullInstant(today.data.now))}</span>
        )}
      </div>
      <Ask of={today}>
        {(found) => (
          <div className="today">
            <div className="stack">
              <Received today={found} />
              <Waiting today={found} />
              <Emergencies today={found} />
              <ForecastPanel />
            </div>
            <div className="stack">
              <Closed today={found} />
              <Overdue today={found} />
              <Matters today={found} />
            </div>
          </div>
        )}
      </Ask>
    </>
  );
}
