import { entryStateLabel, taskStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { Ask } from '../../../ui/ask.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { OrderLine } from '../../../ui/order-row.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { seatedOrderQuery, seatsQuery, workspaceQuery } from './force.queries.ts';
import { seatText as words } from './text.ts';

const route = getRouteApi('/seat');

/** 专班工作区: what a member of a task force sees of its topic, and nothing else. */
export function SeatPage() {
  const { campaign } = route.useSearch();
  const navigate = route.useNavigate();
  const seats = useQuery(seatsQuery);
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <Ask of={seats}>
        {({ rows }) => {
          const chosen = rows.find(({ id }) => id === campaign) ?? rows[0];
          if (!chosen) return <EmptyState words={words.none} />;
          return (
            <>
              <div className="inline gap-below">
                <Select
                  aria-label={words.choose}
                  className="campaign-choice"
                  value={chosen.id}
                  options={rows.map(({ id, title }) => ({ value: id, label: title }))}
                  onChange={(id) => navigate({ search: { campaign: id } })}
                />
              </div>
              <p className="soft">{words.help}</p>
              <Work key={chosen.id} campaignId={chosen.id} />
            </>
          );
        }}
      </Ask>
    </>
  );
}

function Work({ campaignId }: { campaignId: string }) {
  const { order } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(workspaceQuery(campaignId));
  const show = (id: string | undefined) =>
    navigate({ search: { campaign: campaignId, order: id } });
  return (
    <Ask of={found}>
      {({ entries, tasks }) => (
        <>
          {tasks.length > 0 && (
            <Panel title={words.tasks}>
              <ul className="plain-list">
                {tasks.map(({ id, title, state }) => (
                  <li key={id}>
                    {title} <span className="chip chip-plain">{taskStateLabel[state]}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <SplitPage
            onBack={() => show(undefined)}
            list={entries.map(({ id, no, name, state, orders }) => (
              <Panel key={id} title={`${no}. ${name}`} extra={entryStateLabel[state]}>
                {orders.map((row) => (
                  <OrderLine
                    key={row.id}
                    row={row}
                    isOpen={row.id === order}
                    showsStatus
                    onOpen={() => show(row.id)}
                  />
                ))}
              </Panel>
            ))}
            detail={
              order === undefined ? null : (
                <One key={order} campaignId={campaignId} orderId={order} />
              )
            }
          />
        </>
      )}
    </Ask>
  );
}

function One({ campaignId, orderId }: { campaignId: string; orderId: string }) {
  const found = useQuery(seatedOrderQuery(campaignId, orderId));
  return (
    <Ask of={found}>
      {({ title, content, demand }) => (
        <Panel title={title}>
          <Facts
            facts={[
              { label: words.content, value: content },
              { label: words.demand, value: demand },
            ]}
          />
        </Panel>
      )}
    </Ask>
  );
}
