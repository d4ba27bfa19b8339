import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { orderStatusLabel } from '@minsheng/contract/words/order.ts';
import { allowIf, type Decision } from '../../platform/refusal.ts';
import type { Order } from './order.ts';
import { type OrderStep, orderSteps } from './steps.ts';

/** The order stands where this step begins; otherwise somebody else acted first. */
export function standsBefore(order: Order, step: OrderStep): Decision {
  const from: readonly OrderStatus[] = orderSteps[step].from;
  return allowIf(from.includes(order.status), 'orders.stale', {
    status: orderStatusLabel[order.status],
  });
}
