import { deferrals } from '@minsheng/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCappedDesks, useDeskCounts } from '../../shell/counters.ts';
import { useMe } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { DeferralPanel } from '../../ui/deferrals/deferral-panel.tsx';
import { deskOrdersQuery } from '../../ui/desk.queries.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { OrderFacts, OrderHead } from '../../ui/order-facts.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { HeadedPanel } from '../../ui/panel.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { SupervisionPanel } from '../../ui/supervision/supervision-panel.tsx';
import { askedQuery, ledgerQuery } from './deferrals.queries.ts';
import { type DeferralTab, deferralTabs } from './search.ts';
import { deferralsText } from './text.ts';

const route = getRouteApi('/deferrals');

function Detail({ orderId, onDecided }: { orderId: string; onDecided: () => void }) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {(found) => (
        <>
          <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
            <OrderFacts order={found} />
          </HeadedPanel>
          <DeferralPanel orderId={orderId} onDecided={onDecided} />
          <SupervisionPanel orderId={orderId} />
        </>
      )}
    </Ask>
  );
}

interface ListProps {
  open: string | undefined;
  choose: (orderId: string) => void;
}

function Asked({ open, choose }: ListProps) {
  const list = useInfiniteQuery(askedQuery);
  return (
    <KeysetList
      query={list}
      label={deferralsText.listLabel}
      keyOf={({ order }) => order.id}
      empty={deferralsText.empty.asked}
      render={({ order }) => (
        <OrderLine row={order} isOpen={order.id === open} onOpen={() => choose(order.id)} />
      )}
    />
  );
}

function Ledger({ state, open, choose }: ListProps & { state: 'open' | 'cleared' }) {
  const list = useInfiniteQuery(ledgerQuery(state));
  const mayExport = useMe().account.permissions.includes('orders.export');
  return (
    <>
      {mayExport && (
        <ExportButton
          path={deferrals.exportLedgerPath}
          of={{ state }}
          name={deferralsText.fileName[state]}
          help={deferralsText.exportHelp}
        />
      )}
      <KeysetList
        query={list}
        label={deferralsText.listLabel}
        keyOf={({ order }) => order.id}
        empty={deferralsText.empty[state]}
        render={({ order }) => (
          <OrderLine row={order} isOpen={order.id === open} onOpen={() => choose(order.id)} />
        )}
      />
    </>
  );
}

function Late({ desk, open, choose }: ListProps & { desk: 'ledger-late' | 'report-late' }) {
  const list = useInfiniteQuery(deskOrdersQuery(desk));
  return (
    <KeysetList
      query={list}
      label={deferralsText.listLabel}
      keyOf={({ id }) => id}
      empty={deferralsText.empty[desk]}
      render={(row) => (
        <OrderLine row={row} isOpen={row.id === open} onOpen={() => choose(row.id)} />
      )}
    />
  );
}

function List({ tab, ...list }: ListProps & { tab: DeferralTab }) {
  if (tab === 'asked') return <Asked {...list} />;
  if (tab === 'ledger-late' || tab === 'report-late')
    return <Late key={tab} desk={tab} {...list} />;
  return <Ledger key={tab} state={tab} {...list} />;
}

/** 延期挂账: requests for more time, the ledger of what cannot be solved now, and what units owe of both and is late. */
export function DeferralsPage() {
  const { tab = 'asked', order } = route.useSearch();
  const navigate = route.useNavigate();
  const count = useDeskCounts();
  const isCapped = useCappedDesks();
  const choose = (next?: string) =>
    navigate({ search: next === undefined ? { tab } : { tab, order: next } });
  return (
    <>
      <div className="page-title">
        <h1>{deferralsText.title}</h1>
      </div>
      <DeskTabs
        label={deferralsText.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        prints
        tabs={deferralTabs.map((name) => ({
          name,
          label: deferralsText.tab[name],
          count: name === 'ledger-late' || name === 'report-late' ? count(name) : null,
          isCapped: (name === 'ledger-late' || name === 'report-late') && isCapped(name),
        }))}
      />
      <SplitPage
        onBack={() => choose()}
        list={<List tab={tab} open={order} choose={choose} />}
        detail={
          order === undefined ? null : (
            <Detail key={order} orderId={order} onDecided={() => choose()} />
          )
        }
      />
    </>
  );
}
