import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeskCounts } from '../../shell/counters.ts';
import { useMay } from '../../shell/session.ts';
import { deskOrdersQuery } from '../../ui/desk.queries.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { DisputeDetail } from './dispute-detail.tsx';
import { RepeatedReturns } from './repeated-returns.tsx';
import { RowProposals } from './row-proposals.tsx';
import { disputeTabs } from './search.ts';
import { disputesText } from './text.ts';

const route = getRouteApi('/disputes');

function Waiting() {
  const { order } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(deskOrdersQuery('in-dispute'));
  const choose = (next?: string) => navigate({ search: next === undefined ? {} : { order: next } });
  return (
    <SplitPage
      onBack={() => choose()}
      list={
        <KeysetList
          query={list}
          label={disputesText.listLabel}
          keyOf={(row) => row.id}
          empty={disputesText.empty}
          render={(row) => (
            <OrderLine row={row} isOpen={row.id === order} onOpen={() => choose(row.id)} />
          )}
        />
      }
      detail={
        order === undefined ? null : (
          <DisputeDetail key={order} orderId={order} onRuled={() => choose()} />
        )
      }
    />
  );
}

/** 退单裁定: what units say is not theirs, and the rows rulings propose. */
export function DisputesPage() {
  const { tab = 'in-dispute' } = route.useSearch();
  const navigate = route.useNavigate();
  const count = useDeskCounts();
  const may = useMay();
  return (
    <>
      <div className="page-title">
        <h1>{disputesText.title}</h1>
      </div>
      <DeskTabs
        label={disputesText.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        prints
        extra={
          tab === 'in-dispute' &&
          may('orders.export') && (
            <ExportButton
              path="/orders/export"
              of={{ filters: { status: 'in-dispute' } }}
              name={disputesText.tab['in-dispute']}
              help={disputesText.exportHelp}
            />
          )
        }
        tabs={disputeTabs.map((name) => ({
          name,
          label: disputesText.tab[name],
          count: name === 'in-dispute' ? count(name) : null,
        }))}
      />
      {tab === 'in-dispute' && <Waiting />}
      {tab === 'repeats' && <RepeatedReturns />}
      {tab === 'rows' && <RowProposals />}
    </>
  );
}
