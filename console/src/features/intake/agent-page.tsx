import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useDeskCounts } from '../../shell/counters.ts';
import { useKeys } from '../../shell/keys.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { CallsDesk } from './calls-desk.tsx';
import './intake.css';
import { missedQuery, ringingQuery } from './intake.queries.ts';
import { KeySheet } from './key-sheet.tsx';
import { MissedDesk } from './missed-desk.tsx';
import { agentTabs } from './search.ts';
import { agentText } from './text.ts';
import { WaitingDetail } from './waiting-detail.tsx';
import { type WaitingDesk, WaitingList } from './waiting-list.tsx';

const route = getRouteApi('/agent');

function WaitingTab({ desk }: { desk: WaitingDesk }) {
  const { order } = route.useSearch();
  const navigate = route.useNavigate();
  const leave = () => navigate({ search: { tab: desk } });
  return (
    <SplitPage
      onBack={leave}
      list={
        <WaitingList
          desk={desk}
          order={order}
          onOpen={(orderId) => navigate({ search: { tab: desk, order: orderId } })}
        />
      }
      detail={
        order === undefined ? null : <WaitingDetail key={order} orderId={order} onDone={leave} />
      }
    />
  );
}

/** 话务台: calls, waiting appeals, and what the rule took. */
export function AgentPage() {
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const count = useDeskCounts();
  const { data: ringing } = useQuery(ringingQuery);
  const { data: missed } = useQuery(missedQuery);
  const [sheetOpen, setSheetOpen] = useState(false);
  const open = tab ?? 'calls';
  const show = (next: (typeof agentTabs)[number]) => navigate({ search: { tab: next } });
  useKeys({ '?': () => setSheetOpen(true), F6: () => show('missed') });
  const waiting = (name: (typeof agentTabs)[number]) => {
    if (name === 'calls') return ringing?.rows.length ?? null;
    return name === 'missed' ? (missed?.rows.length ?? null) : count(name);
  };
  return (
    <>
      <div className="page-title">
        <h1>{agentText.title}</h1>
      </div>
      <DeskTabs
        label={agentText.tabs}
        open={open}
        onOpen={show}
        tabs={agentTabs.map((name) => ({
          name,
          label: agentText.tab[name],
          count: waiting(name),
        }))}
        extra={
          <Button onClick={() => setSheetOpen(true)} title={agentText.keyHint}>
            {agentText.keySheet} <kbd className="kbd">?</kbd>
          </Button>
        }
      />
      {open === 'calls' && <CallsDesk />}
      {open === 'missed' && <MissedDesk onRung={() => show('calls')} />}
      {open !== 'calls' && open !== 'missed' && <WaitingTab key={open} desk={open} />}
      <KeySheet open={sheetOpen} onClose={() => setSheetOpen(false)} />
    </>
  );
}
