import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { handle, job, later } from '../../platform/jobs.ts';
import * as dispatch from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';

const acceptUntaken = job('intake:accept-untaken', z.object({ orderId: z.uuid() }));

const untakenMinutes = 2;

/** 特急网络诉求: alarms the desk at once; untaken after two minutes it is accepted and dispatched by rule. */
export function alarmDesk(ctx: Context, order: orders.Order): void {
  announce(ctx, 'alarm:u1');
  acceptAt(ctx, order.id, new Date(ctx.now.getTime() + untakenMinutes * 60_000));
}

/** Whoever takes an emergency and lets it lie loses it to the rule when their claim runs out. */
export function acceptAt(ctx: Context, orderId: string, at: Date): void {
  later(ctx, acceptUntaken, { orderId }, { at, key: `untaken:${orderId}` });
}

/** By the catalogue alone, a person checks afterwards. Without a row that fits it is accepted and waits for a dispatcher. */
export async function acceptByRule(ctx: Context, orderId: string): Promise<void> {
  const waiting = await orders.lock(ctx, orderId);
  if (waiting.status !== 'to-accept') return;
  const { claimed_until: until } = waiting;
  if (until !== null && until > ctx.now) return acceptAt(ctx, orderId, until);
  const order = await orders.advance(ctx, waiting, 'accept-by-rule', {
    set: { result: 'dispatch', accepted_by_rule: true, to_check: true },
    data: { result: 'dispatch' },
  });
  announce(ctx, 'desk:to-check');
  await dispatch.sendByRule(ctx, order);
}

const sendUnsent = job('intake:send-unsent', z.object({ orderId: z.uuid() }));

const unsentSeconds = 60;

/** 特急派单: an accepted emergency that no dispatcher sends is sent by the catalogue within a minute (domain C1.2). */
export function sendSoon(ctx: Context, order: Pick<orders.Order, 'id'>): void {
  announce(ctx, 'alarm:u1');
  const at = new Date(ctx.now.getTime() + unsentSeconds * 1000);
  later(ctx, sendUnsent, { orderId: order.id }, { at, key: `unsent:${order.id}` });
}

handle(sendUnsent, async (ctx, { orderId }) => {
  const order = await orders.lock(ctx, orderId);
  if (order.status !== 'to-dispatch' || order.urgency !== 'U1') return;
  const isClaimed = order.claimed_until !== null && order.claimed_until > ctx.now;
  if (isClaimed) return sendSoon(ctx, order);
  await orders.change(ctx, orderId, { to_check: true });
  if (!order.to_check)
    tell(ctx, { kind: 'order', id: orderId }, 'intake.sent-by-rule', { secrecy: order.secrecy });
  announce(ctx, 'desk:to-check');
  await dispatch.sendByRule(ctx, { ...order, to_check: true });
});

handle(acceptUntaken, (ctx, { orderId }) => acceptByRule(ctx, orderId));
