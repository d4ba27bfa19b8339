import { ledgerSites } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../shell/call.ts';
import { useMay } from '../../shell/session.ts';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ledgerPanelText as words } from './ledger-text.ts';

const ofOrderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['ledgers', 'of-order', orderId],
    meta: { topics: ['ledgers'] },
    queryFn: ({ signal }) => call(ledgerSites.ofOrder, { orderId }, { signal }),
  });

/** 由点及面: the sites this order is tied to, and the way to a ledger of its own. */
export function LedgerPanel({ orderId }: { orderId: string }) {
  const may = useMay();
  const reads = may('ledgers.lead') || may('ledgers.work');
  const { data } = useQuery({ ...ofOrderQuery(orderId), enabled: reads });
  if (data === undefined || (data.rows.length === 0 && !data.can.found)) return null;
  return (
    <Panel title={words.title}>
      <ul className="plain-list">
        {data.rows.map(({ siteId, ledgerId, ledgerName, no, stateName, toldAt }) => (
          <li key={siteId}>
            <Link to="/ledgers" search={{ tab: 'all', ledger: ledgerId, site: siteId }}>
              {ledgerName} {words.no(no)}
            </Link>{' '}
            <span className="chip chip-plain">{stateName}</span>{' '}
            {toldAt !== null && <span className="soft">{words.told(shortInstant(toldAt))}</span>}
          </li>
        ))}
      </ul>
      {data.can.found && (
        <p className="no-print">
          <Link to="/ledgers" search={{ order: orderId }}>
            {words.found}
          </Link>{' '}
          <span className="soft">{words.help}</span>
        </p>
      )}
    </Panel>
  );
}
