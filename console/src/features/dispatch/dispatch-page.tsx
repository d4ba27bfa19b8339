import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeskCounts } from '../../shell/counters.ts';
import { deskOrdersQuery } from '../../ui/desk.queries.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { KeysetList, rowsOf } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { DispatchDetail } from './dispatch-detail.tsx';
import { SentDetail } from './sent-detail.tsx';
import './dispatch.css';
import { dispatchText } from './text.ts';
import { type RecentSend, UndoBar, useRecentSends } from './undo-bar.tsx';

const route = getRouteApi('/dispatch');

interface DetailProps {
  tab: 'to-dispatch' | 'in-progress';
  orderId: string;
  onSent: (sent: RecentSend) => void;
}

function Detail({ tab, orderId, onSent }: DetailProps) {
  if (tab === 'in-progress') return <SentDetail orderId={orderId} />;
  return <DispatchDetail orderId={orderId} onSent={onSent} />;
}

/** 派单台: what waits for a unit, and what is on its way. */
export function DispatchPage() {
  const { tab, order } = route.useSearch();
  const navigate = route.useNavigate();
  const count = useDeskCounts();
  const recent = useRecentSends();
  const open = tab ?? 'to-dispatch';
  const list = useInfiniteQuery(deskOrdersQuery(open));
  const choose = (next?: string) =>
    navigate({ search: next === undefined ? { tab: open } : { tab: open, order: next } });
  const nextAfter = (orderId: string) => {
    const ids = rowsOf(list.data).map((row) => row.id);
    return ids[ids.indexOf(orderId) + 1];
  };
  // The next one opens at once: a dispatcher works down the list.
  const onSent = (sent: RecentSend) => {
    recent.add(sent);
    choose(nextAfter(sent.orderId));
  };
  return (
    <>
      <div className="page-title">
        <h1>{dispatchText.title}</h1>
      </div>
      <DeskTabs
        label={dispatchText.tabs}
        open={open}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={[
          { name: 'to-dispatch', label: dispatchText.toDispatch, count: count('to-dispatch') },
          { name: 'in-progress', label: dispatchText.inProgress, count: count('in-progress') },
        ]}
      />
      <SplitPage
        onBack={() => choose()}
        list={
          <KeysetList
            query={list}
            label={dispatchText.listLabel}
            keyOf={(row) => row.id}
            empty={
              open === 'to-dispatch' ? dispatchText.emptyToDispatch : dispatchText.emptyInProgress
            }
            render={(row) => (
              <OrderLine row={row} isOpen={row.id === order} onOpen={() => choose(row.id)} />
            )}
          />
        }
        detail={
          order === undefined ? null : (
            <Detail key={order} tab={open} orderId={order} onSent={onSent} />
          )
        }
      />
      <UndoBar recent={recent} />
    </>
  );
}
