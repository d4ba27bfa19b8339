import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';

/** Several orders this person may see, held by id; one of them hidden is one that does not exist. */
export async function lockVisibleAll(
  ctx: Context,
  orderIds: readonly string[],
): Promise<orders.Order[]> {
  const seen = await orders.visibleAmong(ctx, orderIds);
  refuseUnless(
    orderIds.every((id) => seen.has(id)),
    'orders.no-such-order',
  );
  return orders.lockAll(ctx, orderIds);
}
