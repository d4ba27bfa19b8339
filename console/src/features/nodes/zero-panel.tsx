import { channelLabel, nodes, zeroHowLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { staleNodes, type Zero, zeroQuery } from './nodes.queries.ts';
import { zeroText as words } from './text.ts';

/** 零投诉查询 (K46): what was asked, how much was looked at, and what breaks the zero. */
export function ZeroPanel({ watchId }: { watchId: string }) {
  const zero = useQuery(zeroQuery(watchId));
  return (
    <Ask of={zero}>
      {(found) => (
        <Panel
          title={words.title}
          extra={
            found.can.work ? <Run watchId={watchId} isFirst={found.last === null} /> : undefined
          }
        >
          {found.last === null ? (
            <p>{words.never}</p>
          ) : (
            <Last watchId={watchId} last={found.last} mayRule={found.can.work} />
          )}
          <Perhaps watchId={watchId} rows={found.perhaps} mayRule={found.can.work} />
          {found.others.length > 1 && <Others zero={found} />}
        </Panel>
      )}
    </Ask>
  );
}

function Run({ watchId, isFirst }: { watchId: string; isFirst: boolean }) {
  const act = useAct(nodes.runZero, { done: words.done, stale: staleNodes });
  return (
    <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ watchId })}>
      {isFirst ? words.run : words.again}
    </Button>
  );
}

type LastZero = NonNullable<Zero['last']>;

interface LastProps {
  watchId: string;
  last: LastZero;
  mayRule: boolean;
}

function Last({ watchId, last, mayRule }: LastProps) {
  return (
    <>
      <p role="status">
        <strong className={`chip ${last.breaks === 0 ? 'chip-good' : 'chip-alarm'}`}>
          {last.breaks === 0 ? words.isZero : words.breaks(last.breaks)}
        </strong>{' '}
        <span className="soft">{last.isOver ? words.over : words.running}</span>
      </p>
      <Question last={last} />
      <Coverage last={last} />
      <Orders
        title={words.breaking}
        rows={last.breaking}
        act={(orderId) => mayRule && <Rule watchId={watchId} orderId={orderId} counts={false} />}
      />
      <Orders
        title={words.ruledOut}
        rows={last.ruledOut}
        act={(orderId) => mayRule && <Rule watchId={watchId} orderId={orderId} counts />}
      />
    </>
  );
}

function Question({ last }: { last: LastZero }) {
  const { facts } = words;
  return (
    <>
      <Facts
        facts={[
          {
            label: facts.when,
            value: words.span(shortInstant(last.from), shortInstant(last.until)),
          },
          { label: facts.names, value: last.names.join('、') },
          { label: facts.things, value: last.things.join('、') || words.anything },
          { label: facts.aliases, value: last.aliases.join('、') },
          { label: facts.matters, value: words.everyMatter },
          {
            label: facts.channels,
            value: last.channels.map((one) => channelLabel[one]).join('、'),
          },
          { label: facts.types, value: words.types },
          { label: facts.made, value: shortInstant(last.madeAt) },
        ]}
      />
      <p className="soft">{words.where(last.countyName)}</p>
    </>
  );
}

function Coverage({ last }: { last: LastZero }) {
  const { coverage } = last;
  return (
    <>
      <h3 className="node-head">{words.coverage}</h3>
      <p>{words.county(last.countyName, coverage.countyOrders, coverage.notCounted)}</p>
      <p className="soft">
        {coverage.byChannel
          .map(({ channel, orders }) => words.channel(channelLabel[channel], orders))
          .join('、')}
      </p>
      <p>{words.calls(coverage.calls, coverage.answered, coverage.withoutOrder)}</p>
      <p className="soft">{words.secret}</p>
      {coverage.isCapped && <p role="alert">{words.capped}</p>}
    </>
  );
}

type Found = Zero['perhaps'][number] & Partial<LastZero['breaking'][number]>;

interface OrdersProps {
  title: string;
  rows: readonly Found[];
  act: (orderId: string) => ReactNode;
}

function Orders({ title, rows, act }: OrdersProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="node-head">{title}</h3>
      <ul className="plain-list" aria-label={title}>
        {rows.map((row) => (
          <li key={row.orderId}>
            <span className="soft">{shortInstant(row.acceptedAt)}</span>{' '}
            <span className="chip chip-plain">{channelLabel[row.channel]}</span>{' '}
            <Link to="/orders/$orderId" params={{ orderId: row.orderId }}>
              {row.orderNo}
            </Link>{' '}
            {row.title} <span className="soft">{row.matterName}</span>{' '}
            {row.how !== undefined && (
              <span className="chip chip-wait">
                {words.how(zeroHowLabel[row.how], row.word ?? '')}
              </span>
            )}{' '}
            {row.ruling && (
              <span className="soft">{words.ruling(row.ruling.reason, row.ruling.by)}</span>
            )}{' '}
            {act(row.orderId)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Perhaps({
  watchId,
  rows,
  mayRule,
}: {
  watchId: string;
  rows: Zero['perhaps'];
  mayRule: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>
        {words.perhaps} {rows.length}
      </summary>
      <p className="soft">{words.perhapsHelp}</p>
      <Orders
        title={words.perhaps}
        rows={rows}
        act={(orderId) => mayRule && <Rule watchId={watchId} orderId={orderId} counts />}
      />
    </details>
  );
}

function Rule({ watchId, orderId, counts }: { watchId: string; orderId: string; counts: boolean }) {
  const act = useAct(nodes.ruleOnOrder, { done: words.ruled, stale: staleNodes, quiet: true });
  return (
    <ReasonButton
      label={counts ? words.in : words.out}
      fieldLabel={words.reason}
      needed
      least={4}
      act={act}
      input={(reason) => ({ watchId, orderId, counts, reason })}
    />
  );
}

function Others({ zero }: { zero: Zero }) {
  return (
    <>
      <h3 className="node-head">{words.others}</h3>
      <DataTable
        heads={words.otherHeads}
        rows={zero.others.map(({ nodeId, name, year, breaks }) => ({
          key: nodeId,
          cells: [`${year} ${name}`, breaks === 0 ? words.isZero : words.breaks(breaks)],
        }))}
      />
      <p>{words.together(zero.together)}</p>
    </>
  );
}
