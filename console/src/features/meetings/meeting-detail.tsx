import { attendanceLabel, meetingStateLabel, meetings } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant, shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { MeetingActs } from './meeting-acts.tsx';
import { meetingQuery, type Whole } from './meetings.queries.ts';
import { meetingsText } from './text.ts';

/** 一次会议. */
export function MeetingDetail({ meetingId }: { meetingId: string }) {
  const meeting = useQuery(meetingQuery(meetingId));
  return (
    <Ask of={meeting}>
      {(found) => (
        <div className="stack">
          <Head meeting={found} />
          <Minutes meeting={found} />
        </div>
      )}
    </Ask>
  );
}

function Head({ meeting }: { meeting: Whole }) {
  const { cancelled } = meeting;
  return (
    <Panel
      title={meeting.title}
      extra={<span className="chip chip-plain">{meetingStateLabel[meeting.state]}</span>}
    >
      <MeetingActs meeting={meeting} />
      <Facts
        facts={[
          { label: meetingsText.when, value: fullInstant(meeting.startsAt) },
          { label: meetingsText.where, value: meeting.place },
          { label: meetingsText.plannedBy, value: meeting.plannedBy },
        ]}
      />
      {cancelled && (
        <p role="status">
          {meetingsText.cancelledBy(cancelled.by, shortInstant(cancelled.at), cancelled.reason)}
        </p>
      )}
      <h3>{meetingsText.agenda}</h3>
      <ol>
        {meeting.agenda.map(({ no, title, subject }) => (
          <li key={no}>
            {title} {subject && <Subject subject={subject} />}
          </li>
        ))}
      </ol>
      <h3>
        {meetingsText.attendance}{' '}
        {meeting.state === 'planned' ? '' : meetingsText.came(meeting.came, meeting.units)}
      </h3>
      <ul className="plain-list">
        {meeting.attendance.map(({ unit, came, who, reason }) => (
          <li key={unit.code}>
            {unit.name} <span className="chip chip-plain">{attendanceLabel[came]}</span>{' '}
            {[who, reason].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type AgendaSubject = NonNullable<Whole['agenda'][number]['subject']>;

function Subject({ subject }: { subject: AgendaSubject }) {
  if (subject.kind === 'order' && subject.isOpen)
    return (
      <Link to="/orders/$orderId" params={{ orderId: subject.id }}>
        {subject.label}
      </Link>
    );
  return <span className="soft">{subject.label}</span>;
}

const addressOf = (path: string, meetingId: string): string =>
  `/api${path.replace(':meetingId', meetingId)}`;

function Minutes({ meeting }: { meeting: Whole }) {
  const { minutes } = meeting;
  if (!minutes) return null;
  return (
    <Panel
      title={meetingsText.minutes}
      extra={
        minutes.signed && (
          <>
            <Button href={addressOf(meetings.minutesPrintPath, meeting.id)} target="_blank">
              {meetingsText.print}
            </Button>
            <Button href={addressOf(meetings.minutesDocxPath, meeting.id)}>
              {meetingsText.docx}
            </Button>
          </>
        )
      }
    >
      <p className="words">{minutes.record}</p>
      <h3>{meetingsText.decisions}</h3>
      {minutes.decisions.length === 0 && <p className="soft">{meetingsText.noDecisions}</p>}
      <ol>
        {minutes.decisions.map((one) => (
          <li key={one.no}>
            {one.words}{' '}
            <span className="soft">{meetingsText.byDay(one.unit.name, one.finishOn)}</span>{' '}
            {one.taskId && (
              <Link to="/tasks" search={{ tab: 'all', task: one.taskId }}>
                {meetingsText.openTask}
              </Link>
            )}
          </li>
        ))}
      </ol>
      <p className="soft">
        {meetingsText.minutesBy(minutes.by)} ·{' '}
        {minutes.signed
          ? meetingsText.signedBy(minutes.signed.by, fullInstant(minutes.signed.at))
          : meetingsText.unsigned}
      </p>
    </Panel>
  );
}
