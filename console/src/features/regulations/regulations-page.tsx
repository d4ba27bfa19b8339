import { regulationKindLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { type LineWords, ListLine } from '../../ui/list-line.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { RegulationDetail } from './regulation-detail.tsx';
import { type RegulationRow, regulationsQuery } from './regulations.queries.ts';
import { regulationsText as words } from './text.ts';

const route = getRouteApi('/regulations');

/** 法规库: documents, and which rules rest on them. */
export function RegulationsPage() {
  const { code } = route.useSearch();
  const navigate = route.useNavigate();
  const all = useQuery(regulationsQuery);
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.help}</p>
      <Ask of={all}>
        {({ rows }) => (
          <SplitPage
            onBack={() => navigate({ search: {} })}
            list={
              <Panel title={words.list}>
                <ul className="rows" aria-label={words.list}>
                  {rows.map((row) => (
                    <li key={row.code}>
                      <ListLine
                        words={lineOf(row)}
                        isOpen={row.code === code}
                        onOpen={() => navigate({ search: { code: row.code } })}
                      />
                    </li>
                  ))}
                </ul>
              </Panel>
            }
            detail={code === undefined ? null : <RegulationDetail key={code} code={code} />}
          />
        )}
      </Ask>
    </>
  );
}

const lineOf = (row: RegulationRow): LineWords => ({
  title: row.title,
  tags:
    row.openReviews === 0 ? null : (
      <span className="chip chip-alarm">{words.open(row.openReviews)}</span>
    ),
  meta: [regulationKindLabel[row.kind], words.cited(row.cited)],
});
