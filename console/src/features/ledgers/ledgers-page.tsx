import { ledgerBoxes, ledgerBoxLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import type { LineWords } from '../../ui/list-line.tsx';
import { FoundLedger } from './found-ledger.tsx';
import { LedgerDetail } from './ledger-detail.tsx';
import './ledgers.css';
import { type LedgerRow, ledgersQuery } from './ledgers.queries.ts';
import { SiteDetail } from './site-detail.tsx';
import { ledgersText as words } from './text.ts';

const route = getRouteApi('/ledgers');

const lineOf = ({ name, sums, areaName, unit, planOn, closedAt }: LedgerRow): LineWords => ({
  title: name,
  tags: (
    <>
      <span className="chip chip-plain">{words.sums(sums.closed, sums.sites)}</span>
      {closedAt !== null && <span className="chip chip-plain">{words.closedOn}</span>}
      {sums.late > 0 && <span className="chip chip-alarm">{words.late(sums.late)}</span>}
    </>
  ),
  meta: [areaName, unit.name, words.plan(planOn)],
});

/** 由点及面: ledgers of places, one open beside the list; or a new one from a closed order. */
export function LedgersPage() {
  const { tab = 'open', ledger, site, order } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(ledgersQuery(tab));
  if (order !== undefined)
    return (
      <FoundLedger
        orderId={order}
        onFounded={(founded) => navigate({ search: { tab: 'open', ledger: founded } })}
      />
    );
  return (
    <BoxedPage
      text={words}
      box={tab}
      onBox={(next) => navigate({ search: { tab: next } })}
      tabs={ledgerBoxes.map((name) => ({ name, label: ledgerBoxLabel[name], count: null }))}
      acts={null}
      list={list}
      line={lineOf}
      open={ledger ?? site}
      onOpen={(next) => navigate({ search: { tab, ledger: next } })}
      detail={(id) =>
        site === undefined ? (
          <LedgerDetail
            key={id}
            ledgerId={id}
            onSite={(next) => navigate({ search: { tab, ledger: id, site: next } })}
          />
        ) : (
          <SiteDetail
            key={site}
            siteId={site}
            onBack={(back) => navigate({ search: { tab, ledger: back } })}
          />
        )
      }
    />
  );
}
