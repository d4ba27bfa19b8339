import { briefStateLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
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
  const all = useInfiniteQuery(briefsQuery);
  const open = (id: string) => navigate({ search: { brief: id } });
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.help}</p>
      <SplitPage
        onBack={() => navigate({ search: {} })}
        list={
          <Panel
            title={words.list}
            extra={all.data?.pages[0]?.can.write ? <BeginBrief onBegun={open} /> : undefined}
          >
            <KeysetList
              query={all}
              keyOf={({ id }) => id}
              label={words.list}
              empty={words.none}
              unit={words.unit}
              render={(row) => (
                <ListLine
                  words={lineOf(row)}
                  isOpen={row.id === brief}
                  onOpen={() => open(row.id)}
                />
              )}
            />
          </Panel>
        }
        detail={brief === undefined ? null : <BriefDetail key={brief} briefId={brief} />}
      />
    </>
  );
}

const lineOf = (row: BriefRow): LineWords => ({
  title: row.title,
  tags: <span className="chip chip-plain">{row.briefNo ?? briefStateLabel[row.state]}</span>,
  meta: [words.line(row.template, row.writtenBy, shortInstant(row.cutoffAt))],
});
