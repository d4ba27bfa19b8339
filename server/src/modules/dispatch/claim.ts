import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { maySend } from './policy.ts';

const claimMinutes = 10;

/** 认领: keeps an order for one dispatcher; runs out by itself, so that nobody's lunch holds an order. */
export async function claim(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<{ until: string }> {
  const order = await orders.lockVisible(ctx, orderId);
  demand(maySend(ctx.actor, order, ctx.now));
  const until = new Date(ctx.now.getTime() + claimMinutes * 60_000);
  await orders.change(ctx, orderId, { claimed_by: ctx.actor.accountId, claimed_until: until });
  announce(ctx, 'desk:to-dispatch');
  return { until: until.toISOString() };
}

/** 放回. */
export async function releaseClaim(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  demand(maySend(ctx.actor, order, ctx.now));
  await orders.change(ctx, orderId, { claimed_by: null, claimed_until: null });
  announce(ctx, 'desk:to-dispatch');
  return { done: true };
}
