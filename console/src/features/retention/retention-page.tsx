import { listStateLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { type LineWords, ListLine } from '../../ui/list-line.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { Classes } from './classes.tsx';
import { Holds } from './holds.tsx';
import { ListDetail } from './list-detail.tsx';
import { type ListRow, listsQuery } from './retention.queries.ts';
import { type RetentionTab, retentionTabs } from './search.ts';
import { listText, retentionText as words } from './text.ts';

const route = getRouteApi('/retention');

/** 档案保管: what is due, what is held, and how long what is kept. */
export function RetentionPage() {
  const { tab = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="gap-below soft no-print">{words.help}</p>
      <DeskTabs
        label={words.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={retentionTabs.map((name) => ({ name, label: words.tab[name], count: null }))}
      />
      <Open tab={tab} />
    </>
  );
}

function Open({ tab }: { tab: RetentionTab }) {
  switch (tab) {
    case 'open':
    case 'ended':
      return <Lists key={tab} state={tab} />;
    case 'standing':
    case 'lifted':
      return <Holds key={tab} state={tab} />;
    case 'classes':
      return <Classes />;
  }
  return tab satisfies never;
}

const lineOf = (row: ListRow): LineWords => ({
  title: listText.lineTitle(row.name, row.month),
  tags: <span className="chip chip-plain">{listStateLabel[row.state]}</span>,
  meta: [listText.orders(row.orders), listText.proposed(shortInstant(row.proposedAt))],
});

function Lists({ state }: { state: 'open' | 'ended' }) {
  const { list: open } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(listsQuery(state));
  return (
    <SplitPage
      onBack={() => navigate({ search: { tab: state } })}
      list={
        <KeysetList
          query={list}
          label={listText.label}
          keyOf={({ id }) => id}
          empty={listText.none[state]}
          unit={listText.unit}
          render={(row) => (
            <ListLine
              words={lineOf(row)}
              isOpen={row.id === open}
              onOpen={() => navigate({ search: { tab: state, list: row.id } })}
            />
          )}
        />
      }
      detail={open === undefined ? null : <ListDetail key={open} listId={open} />}
    />
  );
}
