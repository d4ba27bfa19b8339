import { letterStateLabel, letters } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../shell/call.ts';
import { useMe } from '../shell/session.ts';
import { Panel } from './panel.tsx';
import { lettersPanelText as words } from './text.ts';

const lettersQuery = (concernId: string) =>
  queryOptions({
    queryKey: ['letters', 'of', concernId],
    meta: { topics: ['letters'] },
    queryFn: ({ signal }) => call(letters.listLetters, { concernId }, { signal }),
  });

interface LettersPanelProps {
  kind: 'order' | 'warning';
  id: string;
}

/** 公文函件 about this, for those who write them. */
export function LettersPanel(about: LettersPanelProps) {
  const mayWrite = useMe().account.permissions.includes('letters.write');
  return mayWrite ? <Panelled {...about} /> : null;
}

function Panelled({ kind, id }: LettersPanelProps) {
  const { data } = useQuery(lettersQuery(id));
  return (
    <Panel
      title={words.title}
      extra={
        <Link to="/letters" search={{ [kind]: id }}>
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
