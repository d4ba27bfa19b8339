import { sharing } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { sharedWithText as words } from './text.ts';

const sharedQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['data-sharing', 'of', orderId],
    queryFn: ({ signal }) => call(sharing.sharesOfOrder, { orderId }, { signal }),
  });

/** 可追溯: to whom this order was given. */
export function SharedWith({ orderId }: { orderId: string }) {
  const mayRead = useMe().account.permissions.includes('sharing.read');
  const { data } = useQuery({ ...sharedQuery(orderId), enabled: mayRead });
  if (!data || data.rows.length === 0) return null;
  return (
    <Panel title={words.title}>
      <ul className="plain-list">
        {data.rows.map(({ shareId, batchId, peerName, purpose, at }) => (
          <li key={batchId}>
            <Link to="/sharing" search={{ share: shareId, batch: batchId }}>
              {peerName}
            </Link>{' '}
            {purpose} <span className="soft">{shortInstant(at)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
