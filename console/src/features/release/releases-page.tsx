import { releaseStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shortInstant } from '../../ui/format.ts';
import { SplitPage } from '../../ui/split-page.tsx';
import './release.css';
import { type ReleaseRow, releasesQuery } from './release.queries.ts';
import { ReleaseDetail } from './release-detail.tsx';
import { releaseText } from './text.ts';

const route = getRouteApi('/releases');

interface LineProps {
  row: ReleaseRow;
  isOpen: boolean;
  onOpen: () => void;
}

function Line({ row, isOpen, onOpen }: LineProps) {
  return (
    <div className={`row${isOpen ? ' is-open' : ''}`}>
      <button type="button" className="row-main" aria-pressed={isOpen} onClick={onOpen}>
        <span className="row-title">
          <b>{row.recipient}</b> <span className="chip">{releaseStateLabel[row.state]}</span>
        </span>
        <span>{row.purpose}</span>
        <span className="soft">
          {releaseText.asked(row.askedBy, shortInstant(row.askedAt))},
          {releaseText.orders(row.orders)},{releaseText.progress(row.checked, row.texts)}
        </span>
      </button>
    </div>
  );
}

/** 脱敏外发: what was asked to leave the centre, and the check by a second person. */
export function ReleasesPage() {
  const { release } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(releasesQuery);
  const show = (next: string | undefined) => navigate({ search: { release: next } });
  return (
    <>
      <div className="page-title">
        <h1>{releaseText.title}</h1>
      </div>
      <p className="gap-below soft">{releaseText.help}</p>
      <SplitPage
        onBack={() => show(undefined)}
        list={
          <Ask of={list}>
            {({ rows, shownCap }) =>
              rows.length === 0 ? (
                <EmptyState words={releaseText.empty} />
              ) : (
                <>
                  <ul className="rows" aria-label={releaseText.listLabel}>
                    {rows.map((row) => (
                      <li key={row.id}>
                        <Line row={row} isOpen={row.id === release} onOpen={() => show(row.id)} />
                      </li>
                    ))}
                  </ul>
                  {rows.length === shownCap && <p className="soft">{releaseText.cap(shownCap)}</p>}
                </>
              )
            }
          </Ask>
        }
        detail={release === undefined ? null : <ReleaseDetail key={release} releaseId={release} />}
      />
    </>
  );
}
