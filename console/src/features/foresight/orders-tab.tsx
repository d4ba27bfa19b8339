import { orderStatusLabel, proactiveTriggerLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../shell/session.ts';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Proactive, proactiveQuery } from './foresight.queries.ts';
import { OpenProactive } from './open-proactive.tsx';
import { foresightText, proactiveText as words } from './text.ts';

/** 主动工单. */
export function OrdersTab() {
  const list = useInfiniteQuery(proactiveQuery);
  const mayWork = useMe().account.permissions.includes('foresight.work');
  return (
    <Panel
      title={foresightText.tabs.orders}
      extra={mayWork ? <OpenProactive forecastId={null} /> : undefined}
    >
      <p className="soft">{words.help}</p>
      <KeysetList
        query={list}
        label={words.list}
        empty={words.empty}
        keyOf={({ orderId }) => orderId}
        render={(row) => <Row row={row} />}
      />
    </Panel>
  );
}

export function ProactiveList({ rows }: { rows: readonly Proactive[] }) {
  return (
    <ul className="rows" aria-label={words.list}>
      {rows.map((row) => (
        <li key={row.orderId}>
          <Row row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { row: Proactive }) {
  return (
    <div className="foresight-row">
      <div>
        <span className="chip chip-plain">{orderStatusLabel[row.status]}</span>{' '}
        <Link to="/orders/$orderId" params={{ orderId: row.orderId }}>
          {row.title}
        </Link>
      </div>
      <div>
        {proactiveTriggerLabel[row.trigger]}:{row.basis}
      </div>
      <div className="soft">
        {row.orderNo} · {row.areaName} · {row.matterName} · {row.openedBy}{' '}
        {shortInstant(row.openedAt)}
      </div>
    </div>
  );
}
