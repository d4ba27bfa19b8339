import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../../shell/session.ts';
import { conductText } from '../../ui/conduct/text.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { dayText } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { MonthField } from '../../ui/month-field.tsx';
import { marksQuery } from './conduct.queries.ts';
import { MarkItem } from './mark-item.tsx';
import { conductTabs } from './search.ts';

const route = getRouteApi('/conduct');

/** 扰乱处置: what waits for another person, what is in force, and the month's list. */
export function ConductPage() {
  const me = useMe();
  const { tab = 'asked', month = dayText(me.now).slice(0, 7) } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(marksQuery(tab, month));
  return (
    <>
      <div className="page-title">
        <h1>{conductText.title}</h1>
      </div>
      <DeskTabs
        prints
        label={conductText.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={conductTabs.map((name) => ({ name, label: conductText.tab[name], count: null }))}
      />
      <p className="soft gap-below">{conductText.pageHelp}</p>
      {tab === 'month' && (
        <MonthField
          label={conductText.month}
          month={month}
          onMonth={(next) => navigate({ search: { tab, month: next } })}
        />
      )}
      <KeysetList
        query={list}
        label={conductText.list}
        keyOf={(mark) => mark.id}
        empty={conductText.empty[tab]}
        render={(mark) => <MarkItem mark={mark} />}
      />
    </>
  );
}
