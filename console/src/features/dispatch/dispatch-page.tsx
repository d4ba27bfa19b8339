import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeskCounts } from '../../shell/counters.ts';
import { deskOrdersQuery } from '../../ui/desk.queries.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { KeysetList, rowsOf } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { sentTodayQuery } from './dispatch.queries.ts';
import { DispatchDetail } from './dispatch-detail.tsx';
import { type DispatchTab, dispatchTabs } from './search.ts';
import { SentDetail } from './sent-detail.tsx';
import './dispatch.css';
import { dispatchText } from './text.ts';
import { type RecentSend, UndoBar, useRecentSends } from './undo-bar.tsx';

const route = getRouteApi('/dispatch');

interface DetailProps {
  tab: DispatchTab;
  orderId: string;
  onSent: (sent: RecentSend) => void;
  onLeave: () => void;
}

function Detail({ tab, orderId, onSent, onLeave }: DetailProps) {
  if (tab !== 'to-dispatch') return <SentDetail orderId={orderId} />;
  return <DispatchDetail orderId={orderId} onSent={onSent} onLeave={onLeave} />;
}

function Tabs({ open }: { open: DispatchTab }) {
  const navigate = route.useNavigate();
  const count = useDeskCounts();
  return (
    <DeskTabs
      label={dispatchText.tabs}
      open={open}
      onOpen={(next) => navigate({ search: { tab: next } })}
      tabs={dispatchTabs.map((name) => ({
        name,
        label: dispatchText.tab[name],
        count: name === 'auto-sent' ? null : count(name),
      }))}
    />
  );
}

/** 派单台: what waits for a unit, and what is on its way. */
export function DispatchPage() {
  const { tab, order } = route.useSearch();
  const navigate = route.useNavigate();
  const recent = useRecentSends();
  const open = tab ?? 'to-dispatch';
  const list = useInfiniteQuery(open === 'auto-sent' ? sentTodayQuery : deskOrdersQuery(open));
  const choose = (next?: string) =>
    navigate({ search: next === undefined ? { tab: open } : { tab: open, order: next } });
  // The next one opens at once: a dispatcher works down the list.
  const onSent = (sent: RecentSend) => {
    const ids = rowsOf(list.data).map((row) => row.id);
    recent.add(sent);
    const after = ids.slice(ids.indexOf(sent.orderId) + 1);
    choose(after.find((id) => !sent.alike.includes(id)));
  };
  const work = { tab: open, onSent, onLeave: () => choose() };
  return (
    <>
      <div className="page-title">
        <h1>{dispatchText.title}</h1>
      </div>
      <Tabs open={open} />
      <SplitPage
        onBack={() => choose()}
        list={
          <KeysetList
            query={list}
            label={dispatchText.listLabel}
            keyOf={(row) => row.id}
            empty={dispatchText.empty[open]}
            render={(row) => (
              <OrderLine row={row} isOpen={row.id === order} onOpen={() => choose(row.id)} />
            )}
          />
        }
        detail={order === undefined ? null : <Detail key={order} orderId={order} {...work} />}
      />
      <UndoBar recent={recent} />
    </>
  );
}
