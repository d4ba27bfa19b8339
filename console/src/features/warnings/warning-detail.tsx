import { dismissalLabel, warningStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { BandChart } from '../../ui/band-chart.tsx';
import { warningQuery } from '../../ui/case.queries.ts';
import { dayText, shortInstant } from '../../ui/format.ts';
import { LettersPanel } from '../../ui/letters-panel.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SettleButtons } from './settle-buttons.tsx';
import { warningsText } from './text.ts';
import { numbersOf } from './warning-line.tsx';
import type { Whole } from './warnings.queries.ts';

function Head({ warning }: { warning: Whole }) {
  const { lead, settled, state } = warning;
  return (
    <Panel
      title={warningsText.about(lead.subject, lead.label)}
      extra={
        <span className={`chip ${state === 'new' ? 'chip-alarm' : ''}`}>
          {warningStateLabel[state]}
        </span>
      }
    >
      <p className="warning-numbers">
        <Link to="/search" search={{ warning: warning.id }}>
          {numbersOf(warning)}
        </Link>
      </p>
      <p className="soft">
        {warningsText.since(shortInstant(warning.sinceAt))},
        {warningsText.raised(shortInstant(warning.raisedAt))},
        {warningsText.goesOn(shortInstant(warning.lastAt))}
      </p>
      {settled !== null && (
        <p>
          {warningStateLabel[state]}:{warningsText.settled(settled.by, shortInstant(settled.at))}
          {settled.dismissedAs !== null && ` ${dismissalLabel[settled.dismissedAs]}`}
          {settled.note !== '' && ` ${warningsText.noteWords(settled.note)}`}
        </p>
      )}
      <SettleButtons warning={warning} />
    </Panel>
  );
}

function Why({ warning }: { warning: Whole }) {
  const { words, beside, lead, days } = warning;
  return (
    <Panel title={warningsText.why}>
      <BandChart days={days} label={warningsText.chart} />
      <h3>{warningsText.words}</h3>
      {words.length === 0 && <p className="soft">{warningsText.noWords}</p>}
      <p>
        {words.map((word) => (
          <Tag key={word}>{word}</Tag>
        ))}
      </p>
      {beside.length > 0 && (
        <>
          <h3>{warningsText.beside}</h3>
          <p>
            {beside.map(({ subject, label }) => (
              <Tag key={`${subject} ${label}`}>{warningsText.about(subject, label)}</Tag>
            ))}
          </p>
        </>
      )}
      <p className="soft formula">
        {lead.subject === 'all' ? warningsText.formulaAll : warningsText.formula}
      </p>
    </Panel>
  );
}

function Orders({ warning }: { warning: Whole }) {
  const { orders, counted, lead, fromAt, toAt } = warning;
  // The window ends as the next hour begins.
  const last = new Date(Date.parse(toAt) - 1000).toISOString();
  return (
    <Panel
      title={warningsText.orders}
      extra={
        <Link to="/search" search={{ warning: warning.id }}>
          {warningsText.openOrders(counted)}
        </Link>
      }
    >
      <ul className="plain-list">
        {orders.map(({ id, orderNo, title, acceptedAt }) => (
          <li key={id}>
            <Link to="/orders/$orderId" params={{ orderId: id }}>
              {title}
            </Link>{' '}
            <span className="soft">
              {orderNo} {shortInstant(acceptedAt)}
            </span>
          </li>
        ))}
      </ul>
      {counted > orders.length && (
        <p className="soft">{warningsText.moreOrders(orders.length, counted)}</p>
      )}
      <p>
        <Link
          to="/search"
          search={{
            ...(lead.matter === null ? {} : { matter: lead.matter }),
            ...(lead.area === null ? {} : { area: lead.area }),
            from: dayText(fromAt),
            to: dayText(last),
          }}
        >
          {warningsText.search}
        </Link>
      </p>
    </Panel>
  );
}

/** One warning: its numbers, its reasons, its appeals, and what a person says of it. */
export function WarningDetail({ warningId }: { warningId: string }) {
  const warning = useQuery(warningQuery(warningId));
  return (
    <Ask of={warning}>
      {(found) => (
        <div className="stack">
          <Head warning={found} />
          <Why warning={found} />
          <Orders warning={found} />
          <LettersPanel kind="warning" id={warningId} />
        </div>
      )}
    </Ask>
  );
}
