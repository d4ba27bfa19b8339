import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusTag } from '../../ui/tags.tsx';
import { type Board, boardQuery } from './nodes.queries.ts';
import { SmallBars } from './small-bars.tsx';
import { boardText as words } from './text.ts';

/** 窗口期看板. */
export function BoardTab({ nodeId }: { nodeId: string }) {
  const board = useQuery(boardQuery(nodeId));
  return (
    <Ask of={board}>
      {(found) =>
        found.rows.length === 0 ? (
          <EmptyState words={words.nothing} />
        ) : (
          <div className="stack">
            <Sums board={found} />
            <Desk board={found} />
          </div>
        )
      }
    </Ask>
  );
}

function Sums({ board }: { board: Board }) {
  const { orders, open, overdue } = board.together;
  return (
    <Panel title={words.title}>
      <p className="soft gap-below">{words.help}</p>
      <p role="status">
        <strong>{words.together(orders, open, overdue)}</strong>
      </p>
      <DataTable
        heads={words.heads}
        rows={board.rows.map((row) => ({
          key: row.watchId,
          cells: [
            row.name,
            <SmallBars
              key="bars"
              bars={row.byHour}
              label={words.bars(row.name, Math.max(0, ...row.byHour))}
            />,
            row.isCapped ? words.newest(row.orders, board.readCap) : row.orders,
            row.open,
            row.overdue === 0 ? (
              0
            ) : (
              <strong key="overdue" className="chip chip-alarm">
                {row.overdue}
              </strong>
            ),
          ],
        }))}
      />
    </Panel>
  );
}

function Desk({ board }: { board: Board }) {
  return (
    <Panel title={words.desk}>
      {board.open.length === 0 && <p className="soft">{words.noneOpen}</p>}
      <ul className="plain-list" aria-label={words.desk}>
        {board.open.map(({ watchId, order, isOverdue }) => (
          <li key={`${watchId} ${order.id}`}>
            {isOverdue && <strong className="chip chip-alarm">{words.overdue}</strong>}{' '}
            <StatusTag status={order.status} />{' '}
            <Link to="/orders/$orderId" params={{ orderId: order.id }}>
              {order.orderNo}
            </Link>{' '}
            {order.title}{' '}
            <span className="soft">
              {order.dueAt === null ? words.noDue : words.due(shortInstant(order.dueAt))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
