import type { nodes as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { job, later } from '../../platform/jobs.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayEnd } from '../../platform/zone.ts';
import { visibleAmong } from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';
import { held as heldNode, type NodeRow } from './nodes.repo.ts';
import { nodeSubject } from './open-node.ts';
import { callsIn, countyOrders, mostHits } from './orders-about.repo.ts';
import { ordersAbout, windowSpan } from './orders-about.ts';
import { mayRule, mayRunZero } from './policy.ts';
import { insertRuling } from './rulings.repo.ts';
import { find, held, lock, type WatchRow } from './watches.repo.ts';
import * as zeros from './zeros.repo.ts';

export const zeroAtEnd = job('nodes:zero', z.object({ watchId: z.uuid() }));

const minuteMs = 60_000;

/** 窗口期结束后: the query is run once by itself, a quarter of an hour later, so that the last call has its order. */
export function runZeroAtEnd(ctx: Context, watchId: string, node: NodeRow): void {
  const end = new Date(dayEnd(node.to_on, ctx.city.zone).getTime() + 15 * minuteMs);
  const at = end < ctx.now ? ctx.now : end;
  later(ctx, zeroAtEnd, { watchId }, { at, key: `nodes:zero:${watchId}` });
}

/** 零投诉查询 (K46). */
export async function runZero(
  ctx: Context,
  { watchId }: InputOf<typeof contract.runZero>,
): Promise<{ zeroId: string; breaks: number }> {
  const watch = await held(ctx, watchId);
  const node = await heldNode(ctx, watch.node_id);
  demand(mayRunZero(ctx.actor, node, cityHour(ctx.now, ctx.city.zone).on));
  return keepZero(ctx, watch, node);
}

export async function zeroOfWatch(ctx: Context, { watchId }: { watchId: string }): Promise<void> {
  const watch = await find(ctx, watchId);
  if (watch === null || watch.until_at !== null) return;
  await keepZero(ctx, watch, await heldNode(ctx, watch.node_id));
}

async function keepZero(
  ctx: Context,
  watch: WatchRow,
  node: NodeRow,
): Promise<{ zeroId: string; breaks: number }> {
  const span = windowSpan(ctx, node);
  const about = await ordersAbout(ctx, watch, { span, most: mostHits });
  const [county, calls] = await Promise.all([
    countyOrders(ctx, span, watch.county),
    callsIn(ctx, span),
  ]);
  const all = county.byChannel.reduce((sum, { orders }) => sum + orders, 0);
  const inCounty = about.found.filter(({ area }) => area.startsWith(watch.county)).length;
  const breaks = about.found.filter(({ isOut }) => !isOut).length;
  const zeroId = ctx.newId();
  const { names, aliases, things } = about.wanted;
  await zeros.insert(ctx, {
    ...{ id: zeroId, watch_id: watch.id, until_at: span.to, breaks },
    is_over: ctx.now >= dayEnd(node.to_on, ctx.city.zone),
    question: {
      from: span.from.toISOString(),
      ...{ names: [...names], aliases: [...aliases], things: [...things], county: watch.county },
    },
    coverage: {
      ...calls.counts,
      byChannel: county.byChannel,
      countyOrders: all,
      notCounted: Math.max(0, all - inCounty),
      isCapped: county.isCapped || calls.isCapped || about.isCapped,
    },
  });
  await zeros.insertOrders(
    ctx,
    zeroId,
    about.found.map(({ id, how, word, isOut }) => ({ order_id: id, how, word, is_out: isOut })),
  );
  tell(ctx, nodeSubject(node.id), 'nodes.checked', { watch: watch.id, zero: zeroId, breaks });
  announce(ctx, 'nodes');
  return { zeroId, breaks };
}

/** 人工认定: one order is not about the object, or is after all; the query is run again at once. */
export async function ruleOnOrder(
  ctx: Context,
  { watchId, orderId, counts, reason }: InputOf<typeof contract.ruleOnOrder>,
): Promise<{ done: true }> {
  const watch = await lock(ctx, watchId);
  const node = await heldNode(ctx, watch.node_id);
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  demand(mayRule(ctx.actor, watch, { node, today }));
  refuseUnless((await visibleAmong(ctx, [orderId])).has(orderId), 'nodes.no-such-order');
  await insertRuling(ctx, { object_id: watch.object_id, order_id: orderId, counts, reason });
  tell(ctx, nodeSubject(watch.node_id), 'nodes.ruled', { watch: watchId, order: orderId, counts });
  await keepZero(ctx, watch, node);
  return { done: true };
}
