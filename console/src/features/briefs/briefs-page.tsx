import { briefStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shortInstant } from '../../ui/format.ts';
import { type LineWords, ListLine } from '../../ui/list-line.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { BeginBrief } from './begin-brief.tsx';
import { BriefDetail } from './brief-detail.tsx';
import { type BriefRow, briefsQuery } from './briefs.queries.ts';
import { briefsText as words } from './text.ts';

const route = getRouteApi('/briefs');

/** 专报: what is reported upwards, with the figures of one instant. */
export function BriefsPage() {
  const { brief } = route.useSearch();
  const navigate = route.useNavigate();
  const all = useQuery(briefsQuery);
  const open = (id: string) => navigate({ search: { brief: id } });
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.help}</p>
      <Ask of={all}>
        {({ rows, shownCap, can }) => (
          <SplitPage
            onBack={() => navigate({ search: {} })}
            list={
              <Panel
                title={words.list}
                extra={can.write ? <BeginBrief onBegun={open} /> : undefined}
              >
                {rows.length === 0 && <EmptyState words={words.none} />}
                <ul className="rows" aria-label={words.list}>
                  {rows.map((row) => (
                    <li key={row.id}>
                      <ListLine
                        words={lineOf(row)}
                        isOpen={row.id === brief}
                        onOpen={() => open(row.id)}
                      />
                    </li>
                  ))}
                </ul>
                {rows.length === shownCap && <p className="soft">{words.cap(shownCap)}</p>}
              </Panel>
            }
            detail={brief === undefined ? null : <BriefDetail key={brief} briefId={brief} />}
          />
        )}
      </Ask>
    </>
  );
}

const lineOf = (row: BriefRow): LineWords => ({
  title: row.title,
  tags: <span className="chip chip-plain">{row.briefNo ?? briefStateLabel[row.state]}</span>,
  meta: [words.line(row.template, row.writtenBy, shortInstant(row.cutoffAt))],
});
