import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { cityGazetteer } from '../mentions/index.ts';
import * as orders from '../orders/index.ts';
import { awaitTurn, dropKeys, ordersSharing, rareKeys, replaceKeys } from './keys.repo.ts';
import { type Likely, likelySame } from './likely-same.ts';
import { keysOf, spotsNear } from './order-keys.ts';
import { letGo, propose } from './proposals.repo.ts';
import { sidesOf } from './which-joins.ts';

const dayMs = 86_400_000;
/** What has been closed so long is over: the same again is a new thing. */
const closedDays = 30;

const mostProposed = 3;

/**
 * 找同一件事: after an order's words, matter or place were written. Keeps what others find it by, and proposes which issue it
 * may belong to; a person decides. May run twice, and runs anew whenever something of it has changed.
 */
export async function readOrder(ctx: Context, orderId: string): Promise<void> {
  const own = (await orders.tellings(ctx, [orderId])).get(orderId);
  if (!own || isOver(ctx, own)) {
    await dropKeys(ctx, [orderId]);
    await letGo(ctx, orderId, []);
    return;
  }
  const keys = keysOf(own, await cityGazetteer(ctx));
  const kept = await rareKeys(ctx, keys);
  await awaitTurn(ctx);
  await replaceKeys(ctx, orderId, kept);

  const ids = await ordersSharing(ctx, [...kept, ...spotsNear(own)], orderId);
  const others = [...(await orders.tellings(ctx, ids)).values()].filter(
    (other) => other.issueId !== own.issueId && !isOver(ctx, other),
  );
  const found = await likelySame(ctx, { own, keys, others });
  await proposeEach(ctx, own, found);
}

/** 已了: withdrawn, or closed for a month. */
export const isOver = (ctx: Context, { status, closedAt }: orders.Telling): boolean =>
  status === 'withdrawn' ||
  (closedAt !== null && closedAt.getTime() < ctx.now.getTime() - closedDays * dayMs);

/** Of two the later one joins the earlier, of an order and a group the order the group. */
async function proposeEach(
  ctx: Context,
  own: orders.Telling,
  found: readonly Likely[],
): Promise<void> {
  const sides = await sidesOf(ctx, own, found);
  const toOwn = sides.filter(({ joins }) => joins.id !== own.id);
  const fromOwn = sides.filter(({ joins }) => joins.id === own.id).slice(0, mostProposed);
  await letGo(
    ctx,
    own.id,
    fromOwn.map(({ to }) => to.issueId),
  );
  for (const { joins, to, likely } of [...fromOwn, ...toOwn]) {
    const { score, reasons, likenesses } = likely;
    const isNews = await propose(ctx, {
      orderId: joins.id,
      issueId: to.issueId,
      likeOrder: to.id,
      score,
      reasons,
      likenesses,
    });
    if (isNews) announce(ctx, `order:${joins.id}`, `issue:${to.issueId}`);
  }
}
