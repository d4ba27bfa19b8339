import { massResultLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusTag } from '../../ui/tags.tsx';
import { type Board, boardQuery, type Mode } from './emergency.queries.ts';
import { emergencyText, boardText as words } from './text.ts';

/** 态势板, read again whenever a unit of the group signs or acts. */
export function BoardTab({ mode }: { mode: Mode }) {
  const board = useQuery(boardQuery(mode));
  return (
    <Ask of={board}>
      {(found) => (
        <div className="stack">
          <Panel title={emergencyText.tabs.board}>
            <p role="status">
              <strong>{words.sums(found.orders, found.refused)}</strong>
            </p>
            <p className="soft gap-below">{words.help}</p>
            {found.units.length === 0 ? (
              <p className="soft">{words.nothing}</p>
            ) : (
              <Units units={found.units} />
            )}
          </Panel>
          {found.areas.length > 0 && <Areas areas={found.areas} />}
          {found.events.length > 0 && <Events events={found.events} />}
        </div>
      )}
    </Ask>
  );
}

function Units({ units }: { units: Board['units'] }) {
  return (
    <DataTable
      caption={words.caption}
      heads={words.heads}
      rows={units.map((row) => ({
        key: row.unit.code,
        cells: [
          row.unit.name,
          row.sent,
          row.signed,
          row.responded,
          <Overdue key="overdue" count={row.overdue} />,
          row.done,
          row.oldestOpenAt === null ? words.noOldest : shortInstant(row.oldestOpenAt),
        ],
      }))}
    />
  );
}

function Overdue({ count }: { count: number }) {
  return count === 0 ? <>0</> : <strong className="chip chip-alarm">{count}</strong>;
}

function Areas({ areas }: { areas: Board['areas'] }) {
  return (
    <Panel title={words.areas}>
      <DataTable
        heads={words.areaHeads}
        rows={areas.map(({ areaName, orders, open }) => ({
          key: areaName,
          cells: [areaName, orders, open],
        }))}
      />
    </Panel>
  );
}

function Events({ events }: { events: Board['events'] }) {
  return (
    <Panel title={words.events}>
      <ul className="plain-list">
        {events.map((event) => (
          <li key={event.orderId}>
            <span className="soft">{shortInstant(event.at)}</span> {massResultLabel[event.result]}{' '}
            <Link to="/orders/$orderId" params={{ orderId: event.orderId }}>
              {event.orderNo}
            </Link>{' '}
            {event.title} <StatusTag status={event.status} />
            {event.why !== null && <div className="soft">{event.why}</div>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
