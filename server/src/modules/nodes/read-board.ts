import type { nodes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { isOpen, rowsFor, visibleAmong } from '../orders/index.ts';
import { held } from './nodes.repo.ts';
import { mostHits } from './orders-about.repo.ts';
import { type About, ordersAbout, windowSpan } from './orders-about.ts';
import { ofNodes, type WatchRow } from './watches.repo.ts';

type Reply = ReplyOf<typeof contract.readNodeBoard>;

const hourMs = 3_600_000;
const shownHours = 24;
const shownOpen = 100;
/** Of each object at least; of all together no more than of one zero query. */
const leastRead = 50;

interface Watched {
  readonly watch: WatchRow;
  readonly orders: readonly About[];
  /** Older ones were found and not read. */
  readonly isCapped: boolean;
}

/** 节点看板: hour by hour, of each watched object, and what of it is open. It is read every minute, so the newest that are found are read. */
export async function readNodeBoard(
  ctx: Context,
  { nodeId }: InputOf<typeof contract.readNodeBoard>,
): Promise<Reply> {
  const node = await held(ctx, nodeId);
  const span = windowSpan(ctx, node);
  const watches = (await ofNodes(ctx, [nodeId])).filter(({ until_at }) => until_at === null);
  const most = Math.max(leastRead, Math.floor(mostHits / Math.max(1, watches.length)));
  const watched: Watched[] = [];
  for (const watch of watches) {
    const { found, isCapped } = await ordersAbout(ctx, watch, { span, most });
    watched.push({ watch, isCapped, orders: found.filter(({ isOut }) => !isOut) });
  }
  const last = Math.ceil(span.to.getTime() / hourMs) * hourMs;
  const hours = Array.from(
    { length: shownHours },
    (_, at) => new Date(last - (shownHours - at) * hourMs),
  );
  const all = [
    ...new Map(watched.flatMap(({ orders }) => orders.map((one) => [one.id, one]))).values(),
  ];
  return {
    now: ctx.now.toISOString(),
    hours: hours.map((hour) => hour.toISOString()),
    rows: watched.map(({ watch, orders, isCapped }) => ({
      isCapped,
      watchId: watch.id,
      name: watch.name,
      byHour: hours.map((hour) => orders.filter(({ at }) => isWithin(at, hour)).length),
      ...sumsOf(ctx.now, orders),
    })),
    together: sumsOf(ctx.now, all),
    open: await openRows(ctx, watched),
    shownCap: shownOpen,
    readCap: most,
  };
}

const isWithin = (at: Date, hour: Date): boolean =>
  at >= hour && at.getTime() < hour.getTime() + hourMs;

const isLate = ({ status, dueAt }: About, now: Date): boolean =>
  isOpen(status) && dueAt !== null && dueAt < now;

const sumsOf = (now: Date, orders: readonly About[]) => ({
  orders: orders.length,
  open: orders.filter(({ status }) => isOpen(status)).length,
  overdue: orders.filter((order) => isLate(order, now)).length,
});

/** 专席: open ones by when they are due; what has no limit yet waits to be sent and stands first. */
async function openRows(ctx: Context, watched: readonly Watched[]): Promise<Reply['open']> {
  const open = watched
    .flatMap(({ watch, orders }) =>
      orders.filter(({ status }) => isOpen(status)).map((order) => ({ watchId: watch.id, order })),
    )
    .toSorted((a, b) => (a.order.dueAt?.getTime() ?? 0) - (b.order.dueAt?.getTime() ?? 0))
    .slice(0, shownOpen);
  const ids = [...new Set(open.map(({ order }) => order.id))];
  const seen = await visibleAmong(ctx, ids);
  const rows = await rowsFor(
    ctx,
    ids.filter((id) => seen.has(id)),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return open.flatMap(({ watchId, order }) => {
    const row = byId.get(order.id);
    return row ? [{ watchId, order: row, isOverdue: isLate(order, ctx.now) }] : [];
  });
}
