import type { orders, ReplyOf } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { KeysetList, rowsOf } from '../../ui/keyset-list.tsx';
import { Tick, useChosen } from '../../ui/many-bar.tsx';
import { OrderLine, type OrderRow } from '../../ui/order-row.tsx';
import { UrgeBar } from '../../ui/supervision/urge-bar.tsx';
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
  const may = useMay();
  const list = useInfiniteQuery(searchQuery(filters));
  const counts = list.data?.pages[0];
  // Beside each other in one page: with one key between them, what was asked before would stay on screen.
  const asked = JSON.stringify(filters);
  return (
    <>
      <div className="page-title">
        <h1>{searchText.title}</h1>
      </div>
      <SearchFilters
        key={`filters ${asked}`}
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
      <FoundList key={`found ${asked}`} filters={filters} mayUrge={may('supervision.urge')} />
    </>
  );
}

/** 在单位手上: only there is anybody to urge. */
const isAtUnit = ({ status, leadUnit }: OrderRow): boolean =>
  leadUnit !== null && (status === 'in-progress' || status === 'in-dispute');

interface FoundListProps {
  filters: ReturnType<typeof route.useSearch>;
  mayUrge: boolean;
}

/** What was found; of that, what units have in hand may be urged together. */
function FoundList({ filters, mayUrge }: FoundListProps) {
  const navigate = useNavigate();
  const list = useInfiniteQuery(searchQuery(filters));
  const chosen = useChosen();
  const urges = (row: OrderRow) => mayUrge && isAtUnit(row);
  return (
    <div className="wide-rows">
      <UrgeBar orders={rowsOf(list.data).filter(urges)} chosen={chosen} />
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
            before={urges(row) && <Tick order={row} chosen={chosen} />}
          />
        )}
      />
    </div>
  );
}
