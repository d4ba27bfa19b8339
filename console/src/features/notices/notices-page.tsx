import { getRouteApi } from '@tanstack/react-router';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { HeldPanel } from './held-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { noticesTabs } from './search.ts';
import { TallyPanel } from './tally-panel.tsx';
import { noticesText as words } from './text.ts';
import { TroubledPanel } from './troubled-panel.tsx';

const route = getRouteApi('/notices');

/** 通知发送: what does not reach people and what a person does about it, what waits, and by which rules. */
export function NoticesPage() {
  const { tab = 'troubled' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <DeskTabs
        label={words.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={noticesTabs.map((name) => ({ name, label: words.tab[name], count: null }))}
      />
      {tab === 'troubled' && <TroubledPanel />}
      {tab === 'held' && <HeldPanel />}
      {tab === 'tally' && <TallyPanel />}
      {tab === 'rules' && <RulesPanel />}
    </>
  );
}
