import type { Context } from '../../platform/context.ts';
import { type Assignment, one } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';

export interface DutyKey {
  orderId: string;
  assignmentId: string;
}

/** The order, held, and one duty of it. What the person may not see does not exist for them. */
export async function holdDuty(
  ctx: Context,
  key: DutyKey,
): Promise<{ order: orders.Order; duty: Assignment }> {
  const order = await orders.lockVisible(ctx, key.orderId);
  return { order, duty: await one(ctx, key.orderId, key.assignmentId) };
}
