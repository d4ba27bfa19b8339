import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { shortInstant } from '../../ui/format.ts';
import { timelineQuery } from '../../ui/ground.queries.ts';
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

/** 办理经过, straight from the event log. */
export function TimelinePanel({ orderId }: { orderId: string }) {
  const timeline = useQuery(timelineQuery(orderId));
  return (
    <Panel title={orderText.timeline}>
      <Ask of={timeline}>
        {(found) => (
          <>
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
