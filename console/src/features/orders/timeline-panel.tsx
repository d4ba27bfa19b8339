import {
  assignmentRoleLabel,
  assignmentStateLabel,
  orderStatusLabel,
  urgencyLabel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { timelineQuery } from '../../ui/case.queries.ts';
import { Field } from '../../ui/field.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { eventWords, factLabels } from './event-text.ts';
import type { TimelineView } from './order.queries.ts';
import { orderText } from './text.ts';

type Row = TimelineView['rows'][number];

/** Only being late is news. */
const isUsual = (name: string, value: string) => name === 'isLate' && value === orderText.no;

function factsOf(row: Row): string {
  return Object.entries(row.facts)
    .flatMap(([name, value]) => {
      const label = factLabels[name];
      if (label === undefined || value === '' || isUsual(name, value)) return [];
      return [`${label} ${value}`];
    })
    .join(',');
}

export function TimelineList({ rows }: { rows: readonly Row[] }) {
  return (
    <ol className="timeline">
      {rows.map((row) => (
        <li key={row.seq}>
          <time dateTime={row.at}>{shortInstant(row.at)}</time>
          <p>
            <strong>{eventWords[row.type]}</strong>{' '}
            <span className="soft">
              {[row.unitName ?? '', row.who].filter((part) => part !== '').join(' · ')}
            </span>
          </p>
          {factsOf(row) !== '' && <p className="soft">{factsOf(row)}</p>}
        </li>
      ))}
    </ol>
  );
}

/** 当时的样子, in one line. */
function Stood({ stood }: { stood: TimelineView['stood'] }) {
  if (stood === null) return <p role="status">{orderText.notYet}</p>;
  const duties = stood.duties.map(
    ({ unitName, role, state }) =>
      `${unitName}(${assignmentRoleLabel[role]},${assignmentStateLabel[state]})`,
  );
  return (
    <p role="status">
      {orderText.stood}
      {[
        orderStatusLabel[stood.status],
        ...(stood.urgency === null ? [] : [urgencyLabel[stood.urgency]]),
        ...duties,
      ].join(' · ')}
    </p>
  );
}

/** 办理经过, straight from the event log; as it stood at any past instant. */
export function TimelinePanel({ orderId }: { orderId: string }) {
  const [until, setUntil] = useState<string>();
  const timeline = useQuery(timelineQuery(orderId, until));
  return (
    <Panel title={orderText.timeline}>
      <Field label={orderText.asOf}>
        {(id) => (
          <DatePicker
            id={id}
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            onChange={(at) => setUntil(at?.endOf('minute').toISOString())}
          />
        )}
      </Field>
      <Ask of={timeline}>
        {(found) => (
          <>
            {until !== undefined && <Stood stood={found.stood} />}
            <TimelineList rows={[...found.rows].reverse()} />
            <p className={found.chainIsWhole ? 'soft' : 'field-wrong'}>
              {found.chainIsWhole ? orderText.chainWhole : orderText.chainBroken}
            </p>
          </>
        )}
      </Ask>
    </Panel>
  );
}
