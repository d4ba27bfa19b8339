import { nodes } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useMemo } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { MapPoints } from '../../ui/map-point.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Quiet, quietQuery, staleNodes } from './nodes.queries.ts';
import { cityClock, type Lines, readHours, readSites } from './quiet-lines.ts';
import { quietText as words } from './quiet-text.ts';

/** 考点噪声图: sites with their rings, and what was told of near them. */
export function QuietTab({ nodeId }: { nodeId: string }) {
  const quiet = useQuery(quietQuery(nodeId));
  return (
    <Ask of={quiet}>
      {(found) => (
        <Panel title={words.title} extra={found.can.put && <Put nodeId={nodeId} quiet={found} />}>
          <p className="soft gap-below">{words.help}</p>
          {found.sites.length === 0 ? <p>{words.none}</p> : <Shown quiet={found} />}
        </Panel>
      )}
    </Ask>
  );
}

function Shown({ quiet }: { quiet: Quiet }) {
  const { sites, hours, orders, shownCap } = quiet;
  const marks = useMemo(
    () => [
      ...sites.map(({ lng, lat, name, radius }) => ({
        ...{ lng, lat, name, ring: radius },
        isSettled: true,
      })),
      ...orders.map(({ lng, lat, orderNo, isInHours }) => ({
        ...{ lng, lat, name: isInHours ? orderNo : '' },
        isFaint: !isInHours,
      })),
    ],
    [sites, orders],
  );
  const inside = orders.filter(({ isInHours }) => isInHours).length;
  return (
    <div className="stack">
      <p>
        {words.counts(sites.length, hours.length)}
        <br />
        <strong>{words.told(orders.length, inside)}</strong>{' '}
        {orders.length === shownCap && words.capped(shownCap)}
      </p>
      <MapPoints marks={marks} />
      {orders.length > 0 && <Told orders={orders} />}
    </div>
  );
}

function Told({ orders }: Pick<Quiet, 'orders'>) {
  return (
    <DataTable
      heads={words.heads}
      rows={orders.map((order) => ({
        key: order.id,
        cells: [
          shortInstant(order.at),
          <Link key="order" to="/orders/$orderId" params={{ orderId: order.id }}>
            {order.title}
          </Link>,
          whereOf(order),
        ],
      }))}
    />
  );
}

function whereOf({ site, isInHours }: Quiet['orders'][number]): string {
  if (site === null) return words.outside;
  return isInHours ? words.inside(site) : words.late(site);
}

interface Typed {
  sites: string;
  hours: string;
}

const rowsOf = <T,>(lines: Lines<T>): T[] => ('rows' in lines ? lines.rows : []);

const readable =
  (read: (text: string) => Lines<unknown>, said: (line: number) => string) =>
  async (_: unknown, text: string | undefined) => {
    const lines = read(text ?? '');
    if ('badLine' in lines) throw new Error(said(lines.badLine));
  };

function Put({ nodeId, quiet }: { nodeId: string; quiet: Quiet }) {
  const act = useAct(nodes.putQuiet, { done: words.done, stale: staleNodes, quiet: true });
  return (
    <FormButton
      label={words.put}
      help={words.putHelp}
      act={act}
      initial={typedOf(quiet)}
      input={({ sites, hours }: Typed) => ({
        nodeId,
        sites: rowsOf(readSites(sites)),
        hours: rowsOf(readHours(hours)),
      })}
    >
      <Form.Item
        name="sites"
        label={words.sites}
        rules={[{ validator: readable(readSites, words.badSite) }]}
      >
        <Input.TextArea autoFocus rows={8} maxLength={20_000} />
      </Form.Item>
      <Form.Item
        name="hours"
        label={words.hours}
        rules={[{ validator: readable(readHours, words.badHours) }]}
      >
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
    </FormButton>
  );
}

const local = (at: string): string => cityClock(Date.parse(at));
const dayHour = (at: string): string => local(at).slice(0, 16);

const typedOf = ({ sites, hours }: Quiet): Typed => ({
  sites: sites.map(({ name, lng, lat, radius }) => `${name},${lng},${lat},${radius}`).join('\n'),
  hours: hours.map(({ from, to }) => `${dayHour(from)}-${local(to).slice(11, 16)}`).join('\n'),
});
