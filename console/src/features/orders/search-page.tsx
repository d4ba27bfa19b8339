import type { orders, ReplyOf } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { Narrowed } from './narrowed.tsx';
import { saidFilters, searchQuery } from './order.queries.ts';
import { ReleaseButton } from './release-button.tsx';
import './orders.css';
import { SearchFilters } from './search-filters.tsx';
import { searchText } from './text.ts';

const route = getRouteApi('/search');

type Found = ReplyOf<typeof orders.searchOrders>;

/** Counted to the end, or only as far as was looked. */
function foundWords({ appeals, people, issues, isCut, shownCap }: Found): string {
  const found = searchText.found(appeals, people, issues);
  return isCut ? searchText.foundFirst(Math.min(appeals, shownCap), found) : found;
}

/** 工单查询: words, place, unit, number; what is found is what this person may see. */
export function SearchPage() {
  const filters = route.useSearch();
  const setFilters = route.useNavigate();
  const navigate = useNavigate();
  const may = useMay();
  const list = useInfiniteQuery(searchQuery(filters));
  const counts = list.data?.pages[0];
  return (
    <>
      <div className="page-title">
        <h1>{searchText.title}</h1>
      </div>
      <SearchFilters
        key={JSON.stringify(filters)}
        filters={filters}
        onSearch={(next) => setFilters({ search: saidFilters(next) })}
      />
      <Narrowed filters={filters} onWiden={(next) => setFilters({ search: saidFilters(next) })} />
      <div className="found">
        <p role="status">{counts !== undefined && foundWords(counts)}</p>
        {may('release.ask') && <ReleaseButton filters={filters} />}
        {may('orders.export') && (
          <ExportButton
            path="/orders/export"
            of={{ filters: saidFilters(filters) }}
            name={searchText.exportName}
            help={searchText.exportHelp}
          />
        )}
      </div>
      <div className="wide-rows">
        <KeysetList
          query={list}
          label={searchText.listLabel}
          keyOf={(row) => row.id}
          empty={searchText.none}
          render={(row) => (
            <OrderLine
              row={row}
              isOpen={false}
              showsStatus
              onOpen={() => navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
            />
          )}
        />
      </div>
    </>
  );
}
