import { deferrals } from '@minsheng/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { DeferralPanel } from '../../ui/deferrals/deferral-panel.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { orderQuery } from '../../ui/ground.queries.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { OrderFacts, OrderHead } from '../../ui/order-facts.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { HeadedPanel } from '../../ui/panel.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
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

function List({ tab, ...list }: ListProps & { tab: DeferralTab }) {
  return tab === 'asked' ? <Asked {...list} /> : <Ledger key={tab} state={tab} {...list} />;
}

/** 延期挂账: requests for more time, and the ledger of what cannot be solved now. */
export function DeferralsPage() {
  const { tab = 'asked', order } = route.useSearch();
  const navigate = route.useNavigate();
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
        tabs={deferralTabs.map((name) => ({
          name,
          label: deferralsText.tab[name],
          count: null,
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
