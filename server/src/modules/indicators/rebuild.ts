import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { eventsOf, keepMade, lockMade, replaceFacts } from './facts.repo.ts';
import { factsOf } from './facts-of.ts';
import {
  daysSinceFirst,
  insertRebuild,
  moveRebuild,
  ordersAfter,
  rebuildNow,
} from './rebuilds.repo.ts';
import { rulesOfCity } from './rules-of-city.ts';

const rebuildSome = job('indicators:rebuild', z.object({ id: z.uuid() }));
const ordersAtOnce = 100;

/** 全部重算: after a rule or a formula has changed. One at a time; figures are read meanwhile, as far as it has come. */
export async function rebuildFacts(ctx: Context): Promise<{ done: true }> {
  refuseUnless((await rebuildNow(ctx)) === null, 'indicators.rebuilding');
  const id = await insertRebuild(ctx);
  await moveRebuild(ctx, id, { total: await daysSinceFirst(ctx, null) });
  enqueue(ctx, rebuildSome, { id });
  announce(ctx, 'indicators');
  return { done: true };
}

/** Some orders in each transaction; whatever ends it, it goes on after the last order that was kept. */
handle(rebuildSome, async (ctx, { id }) => {
  const rebuild = await rebuildNow(ctx);
  if (rebuild?.id !== id) return;
  const found = await ordersAfter(ctx, rebuild.after, ordersAtOnce);
  await makeAll(ctx, found);
  const last = found.at(-1) ?? null;
  announce(ctx, 'indicators');
  if (last === null || found.length < ordersAtOnce) {
    await moveRebuild(ctx, id, { state: 'done', done: rebuild.total, ended_at: ctx.now });
    return;
  }
  const done = Math.min(await daysSinceFirst(ctx, last), rebuild.total);
  await moveRebuild(ctx, id, { done, after: last });
  enqueue(ctx, rebuildSome, { id });
});

async function makeAll(ctx: Context, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  for (const orderId of orderIds) await lockMade(ctx, orderId);
  const [events, rules] = await Promise.all([eventsOf(ctx, orderIds, null), rulesOfCity(ctx)]);
  for (const orderId of orderIds) {
    const told = events.get(orderId) ?? [];
    const facts = factsOf(told, rules);
    if (facts === null) continue;
    await replaceFacts(ctx, orderId, facts);
    await keepMade(ctx, orderId, told.at(-1)?.seq ?? 0);
  }
}
