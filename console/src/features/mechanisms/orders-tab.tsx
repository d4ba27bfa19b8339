import { orderStatusLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type MechanismPage, ordersQuery } from './mechanisms.queries.ts';
import { ordersText as words } from './text.ts';

const route = getRouteApi('/mechanisms');

/** 数后工单: real orders with their numbers and what their forms say. */
export function OrdersTab({ page }: { page: MechanismPage }) {
  const { part = 'all', figure, by, name } = route.useSearch();
  const asked = { code: page.code, from: page.from, until: page.until, part, figure, by, name };
  // Another list begins at its beginning.
  return <List key={JSON.stringify(asked)} page={page} asked={asked} />;
}

type Asked = Parameters<typeof ordersQuery>[0];

function List({ page, asked }: { page: MechanismPage; asked: Asked }) {
  const [after, setAfter] = useState<string>();
  const navigate = route.useNavigate();
  const orders = useQuery(ordersQuery({ ...asked, after }));
  const isNarrowed = asked.part !== 'all' || asked.by !== undefined;
  return (
    <Panel
      title={titleOf(page, asked)}
      extra={
        isNarrowed && (
          <Button onClick={() => navigate({ search: { code: page.code, tab: 'orders' } })}>
            {words.all}
          </Button>
        )
      }
    >
      <Ask of={orders}>
        {({ rows, hidden, next }) => (
          <>
            {rows.length === 0 && <EmptyState words={words.none} />}
            {rows.length > 0 && (
              <DataTable
                heads={words.heads}
                rows={rows.map(({ order, values }) => ({
                  key: order.id,
                  cells: [
                    <Link key="o" to="/orders/$orderId" params={{ orderId: order.id }}>
                      {order.orderNo} {order.title}
                    </Link>,
                    orderStatusLabel[order.status],
                    values.map(({ label, value }) => `${label}:${value}`).join(';'),
                  ],
                }))}
              />
            )}
            {hidden > 0 && <p className="soft">{words.hidden(hidden)}</p>}
            {next !== null && <Button onClick={() => setAfter(next)}>{words.more}</Button>}
          </>
        )}
      </Ask>
    </Panel>
  );
}

function titleOf(page: MechanismPage, { part = 'all', figure, by, name }: Asked): string {
  if (by !== undefined) return words.ofGroup(name ?? '');
  const found = page.figures.find(({ code }) => code === figure);
  return found ? words.behind(found.name, part === 'out') : words.parts[part];
}
