import { visitOutcomeLabel, visitPurposeLabel, visitStateLabel, visits } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { visitsPanelText as words } from './text.ts';

const visitsQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['visits', 'of', orderId],
    meta: { topics: ['visits'] },
    queryFn: ({ signal }) =>
      call(visits.listVisits, { box: 'all', concernId: orderId }, { signal }),
  });

/** 现场核查 of this order, for those who may send somebody. */
export function VisitsPanel({ orderId }: { orderId: string }) {
  const mayAsk = useMe().account.permissions.includes('visits.ask');
  return mayAsk ? <Panelled orderId={orderId} /> : null;
}

function Panelled({ orderId }: { orderId: string }) {
  const { data } = useQuery(visitsQuery(orderId));
  return (
    <Panel
      title={words.title}
      extra={
        <Link to="/visits" search={{ order: orderId }}>
          {words.ask}
        </Link>
      }
    >
      {data?.rows.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="plain-list">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Link to="/visits" search={{ tab: 'all', visit: row.id }}>
              {words.line(
                visitPurposeLabel[row.purpose],
                row.outcome ? visitOutcomeLabel[row.outcome] : visitStateLabel[row.state],
                row.visitorUnit,
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
