import { clueSightLabel } from '@minsheng/contract';
import { purposeLabel } from '@minsheng/contract/orders.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { fullInstant } from '../../ui/format.ts';
import { MonthField } from '../../ui/month-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Audit, auditQuery } from './clues.queries.ts';
import { cluesText, auditText as words } from './text.ts';

const route = getRouteApi('/clues');

/** 保护审计: who read who asked, and who saw the clues; reads without a purpose stand first and must be none. */
export function AuditTab() {
  const navigate = route.useNavigate();
  const { month = dayjs().format('YYYY-MM') } = route.useSearch();
  const audit = useQuery(auditQuery(month));
  return (
    <div className="stack">
      <div className="inline no-print">
        <MonthField
          label={words.month}
          month={month}
          onMonth={(next) => navigate({ search: { part: 'audit', month: next } })}
        />
      </div>
      <Ask of={audit}>
        {(found) => (
          <>
            <Reads audit={found} />
            <Sights audit={found} />
          </>
        )}
      </Ask>
    </div>
  );
}

function Reads({ audit: { orders, reads, withoutPurpose, rows, shownCap } }: { audit: Audit }) {
  return (
    <Panel title={cluesText.part.audit}>
      <p>{words.sums(orders, reads)}</p>
      <p role="status">
        <span className={`chip ${withoutPurpose === 0 ? 'chip-plain' : 'chip-alarm'}`}>
          {withoutPurpose === 0 ? words.zero : words.some(withoutPurpose)}
        </span>
      </p>
      {rows.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <DataTable heads={words.heads} rows={rows.map(readRow)} />
      )}
      <p className="soft">{words.cap(shownCap)}</p>
      <p className="soft">{words.note}</p>
    </Panel>
  );
}

const readRow = (row: Audit['rows'][number]) => ({
  key: `${row.at} ${row.orderId} ${row.by} ${row.purpose ?? ''}`,
  cells: [
    fullInstant(row.at),
    row.orderNo === null ? (
      words.hidden
    ) : (
      <Link key="order" to="/orders/$orderId" params={{ orderId: row.orderId }}>
        {row.orderNo}
      </Link>
    ),
    row.clueNo,
    row.by,
    row.unitName,
    row.purpose === null ? (
      <span key="purpose" className="chip chip-alarm">
        {words.noPurpose}
      </span>
    ) : (
      purposeLabel[row.purpose]
    ),
  ],
});

function Sights({ audit: { seen, shownCap } }: { audit: Audit }) {
  return (
    <Panel title={words.seenTitle}>
      {seen.rows.length === 0 ? (
        <p className="soft">{words.seenNone}</p>
      ) : (
        <>
          <p>{words.seenSums(seen.count)}</p>
          <DataTable
            heads={words.seenHeads}
            rows={seen.rows.map((row) => ({
              key: `${row.at} ${row.kind} ${row.clueNo} ${row.by} ${row.toUnitName ?? ''}`,
              cells: [
                fullInstant(row.at),
                row.clueNo,
                clueSightLabel[row.kind],
                row.times,
                row.by,
                row.unitName,
                row.toUnitName ?? '',
              ],
            }))}
          />
        </>
      )}
      <p className="soft">{words.seenCap(shownCap)}</p>
      <p className="soft">{words.seenNote}</p>
    </Panel>
  );
}
