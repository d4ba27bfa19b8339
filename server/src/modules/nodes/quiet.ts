import type { nodes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import * as matters from '../matters/index.ts';
import { type OrderRow, rowsFor } from '../orders/index.ts';
import { held, lock, type NodeRow } from './nodes.repo.ts';
import { nodeSubject } from './open-node.ts';
import { mayPrepare } from './policy.ts';
import { type PlacedOrder, placedOrders } from './quiet.repo.ts';

type Reply = ReplyOf<typeof contract.readQuiet>;

const shownOrders = 300;

/** 登记静音点位和时段 (domain M3-9): noise told of within a ring in its hours is an emergency from the first word. */
export async function putQuiet(
  ctx: Context,
  { nodeId, sites, hours }: InputOf<typeof contract.putQuiet>,
): Promise<{ done: true }> {
  const node = await lock(ctx, nodeId);
  demand(mayPrepare(ctx.actor, node));
  const { from_on: from, to_on: to } = node;
  const window = spanOf(ctx, node);
  const spans = hours.map((one) => ({ from: new Date(one.from), to: new Date(one.to) }));
  refuseUnless(
    spans.every((one) => one.from < one.to && one.from >= window.from && one.to <= window.to),
    'nodes.bad-hours',
    { from, to },
  );
  await matters.putQuiet(ctx, nodeId, { sites, hours: spans });
  tell(ctx, nodeSubject(nodeId), 'nodes.quiet-put', { sites: sites.length, hours: hours.length });
  announce(ctx, 'nodes');
  return { done: true };
}

/** 考点噪声图. */
export async function readQuiet(ctx: Context, { nodeId }: { nodeId: string }): Promise<Reply> {
  const node = await held(ctx, nodeId);
  const quiet = await matters.quietOf(ctx, nodeId);
  const asked = { span: spanOf(ctx, node), matters: node.matters, most: shownOrders };
  const placed = await placedOrders(ctx, asked);
  const rows = await rowsFor(
    ctx,
    placed.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    sites: quiet.sites.map((site) => ({ ...site })),
    hours: quiet.hours.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
    orders: placed.flatMap((one) => shown(one, byId.get(one.id), quiet)),
    shownCap: shownOrders,
    can: { put: mayPrepare(ctx.actor, node).allowed },
  };
}

function shown(
  { at, lng, lat }: PlacedOrder,
  row: OrderRow | undefined,
  { sites, hours }: matters.Quiet,
): Reply['orders'] {
  if (row === undefined) return [];
  const { id, orderNo, title } = row;
  const site = sites.find((one) => matters.isAt(one, { point: { lng, lat }, words: '' }));
  const isInHours = site !== undefined && hours.some(({ from, to }) => from <= at && at < to);
  return [
    { id, orderNo, title, at: at.toISOString(), lng, lat, site: site?.name ?? null, isInHours },
  ];
}

const spanOf = (ctx: Context, { from_on, to_on }: NodeRow) => ({
  from: dayStart(from_on, ctx.city.zone),
  to: dayEnd(to_on, ctx.city.zone),
});
