import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { lockMade } from './facts.repo.ts';
import { makeAnew } from './make-facts.ts';
import {
  daysSinceFirst,
  insertRebuild,
  moveRebuild,
  nextMonth,
  ordersAfter,
  type Rebuild,
  rebuildNow,
} from './rebuilds.repo.ts';
import { recountMonth } from './recount.ts';

const rebuildSome = job('indicators:rebuild', z.object({ id: z.uuid() }));
const recountSome = job('indicators:recount', z.object({ id: z.uuid(), month: z.string() }));
const ordersAtOnce = 100;

/** 全部重算: after a rule or a formula has changed. One at a time; figures are read meanwhile, as far as it has come. */
export async function rebuildFacts(ctx: Context): Promise<{ done: true }> {
  refuseUnless((await rebuildNow(ctx)) === null, 'indicators.rebuilding');
  const id = await insertRebuild(ctx, 'running');
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
  if (found.length > 0) {
    await lockMade(ctx, found);
    await makeAnew(ctx, found);
  }
  const last = found.at(-1) ?? null;
  announce(ctx, 'indicators');
  if (last === null || found.length < ordersAtOnce) {
    await recountLater(ctx, rebuild, await nextMonth(ctx, null));
    return;
  }
  const done = Math.min(await daysSinceFirst(ctx, last), rebuild.total);
  await moveRebuild(ctx, id, { done, after: last });
  enqueue(ctx, rebuildSome, { id });
});

/** At last the sums are held against the facts, a month in each transaction. */
handle(recountSome, async (ctx, { id, month }) => {
  const rebuild = await rebuildNow(ctx);
  if (rebuild?.id !== id) return;
  const mended = await recountMonth(ctx, month);
  await moveRebuild(ctx, id, { mended: rebuild.mended + mended });
  await recountLater(ctx, rebuild, await nextMonth(ctx, month));
});

async function recountLater(
  ctx: Context,
  { id, total }: Rebuild,
  month: string | null,
): Promise<void> {
  if (month !== null) {
    enqueue(ctx, recountSome, { id, month });
    return;
  }
  await moveRebuild(ctx, id, { state: 'done', done: total, ended_at: ctx.now });
  announce(ctx, 'indicators');
}
