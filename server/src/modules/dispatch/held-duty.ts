import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import type { Assignment } from './assignment.ts';
import { one } from './assignments.repo.ts';

export interface DutyKey {
  orderId: string;
  assignmentId: string;
}

/** The order, held, and one duty of it. What the person may not see does not exist for them. */
export async function holdDuty(
  ctx: Context,
  key: DutyKey,
): Promise<{ order: orders.Order; duty: Assignment }> {
  const [order, duty] = await Promise.all([
    orders.lockVisible(ctx, key.orderId),
    one(ctx, key.orderId, key.assignmentId),
  ]);
  return { order, duty };
}
