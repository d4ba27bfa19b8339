import { orderStatusLabel } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Order, OrderChange } from './order.ts';
import { move } from './orders.repo.ts';
import { type OrderStep, orderSteps } from './steps.ts';

export interface Advance {
  /** Other columns that change with the status. */
  set?: OrderChange;
  /** Ids, codes and digests for the event. */
  data?: Readonly<Record<string, Json>>;
}

/** 流转: the only writer of a status. Refuses `orders.stale` when somebody else moved the order first. */
export async function advance(
  ctx: Context,
  order: Order,
  name: OrderStep,
  what: Advance = {},
): Promise<Order> {
  const step = orderSteps[name];
  const moved = await move(ctx, order.id, step.from, { ...what.set, status: step.to });
  if (!moved) throw new Refusal('orders.stale', { status: orderStatusLabel[order.status] });
  tell(ctx, { kind: 'order', id: order.id }, step.event, {
    ...what.data,
    from: order.status,
    to: step.to,
    ...secrecyAfter(order, what.set),
  });
  announceMove(ctx, order, step.to);
  return { ...order, ...(what.set as Partial<Order>), status: step.to, status_since: ctx.now };
}

/** Desks count secret orders apart, also when a move makes an order secret. */
function secrecyAfter(order: Order, set: OrderChange | undefined): Record<string, Json> {
  const after = typeof set?.secrecy === 'number' ? set.secrecy : order.secrecy;
  return after === order.secrecy
    ? { secrecy: after }
    : { secrecy: after, secrecyFrom: order.secrecy };
}

/** Live screens of both desks, of the unit that leads, and of the order itself. */
function announceMove(ctx: Context, order: Order, to: string): void {
  announce(ctx, `desk:${order.status}`, `desk:${to}`);
  if (order.lead_path) announce(ctx, `unit:${order.lead_path}`);
}
