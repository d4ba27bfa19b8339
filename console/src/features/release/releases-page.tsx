import { releaseStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shortInstant } from '../../ui/format.ts';
import { type LineWords, ListLine } from '../../ui/list-line.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import './release.css';
import { type ReleaseRow, releasesQuery } from './release.queries.ts';
import { ReleaseDetail } from './release-detail.tsx';
import { releaseText } from './text.ts';

const route = getRouteApi('/releases');

const lineOf = (row: ReleaseRow): LineWords => ({
  title: row.recipient,
  tags: <span className="chip chip-plain">{releaseStateLabel[row.state]}</span>,
  meta: [
    row.purpose,
    releaseText.asked(row.askedBy, shortInstant(row.askedAt)),
    releaseText.orders(row.orders),
    releaseText.progress(row.checked, row.texts),
  ],
});

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
                        <ListLine
                          words={lineOf(row)}
                          isOpen={row.id === release}
                          onOpen={() => show(row.id)}
                        />
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
