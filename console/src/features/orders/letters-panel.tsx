import { letterStateLabel, letters } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { lettersPanelText as words } from './text.ts';

const lettersQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['letters', 'of', orderId],
    meta: { topics: ['letters'] },
    queryFn: ({ signal }) => call(letters.listLetters, { concernId: orderId }, { signal }),
  });

/** 公文函件 about this order, for those who write them. */
export function LettersPanel({ orderId }: { orderId: string }) {
  const mayWrite = useMe().account.permissions.includes('letters.write');
  return mayWrite ? <Panelled orderId={orderId} /> : null;
}

function Panelled({ orderId }: { orderId: string }) {
  const { data } = useQuery(lettersQuery(orderId));
  return (
    <Panel
      title={words.title}
      extra={
        <Link to="/letters" search={{ order: orderId }}>
          {words.draft}
        </Link>
      }
    >
      {data?.rows.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="plain-list">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Link to="/letters" search={{ tab: 'all', letter: row.id }}>
              {words.line(row.letterNo ?? '', row.title, letterStateLabel[row.state])}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
