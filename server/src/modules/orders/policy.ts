import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { isProactive, orderStatusLabel } from '@minsheng/contract/words/order.ts';
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

/** 有诉求人: whatever is asked of a requester, or done for one, is not for a proactive order. */
export const hasRequester = (order: Pick<Order, 'channel'>): Decision =>
  allowIf(!isProactive(order), 'orders.no-requester');
