import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { readHeadAhead } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Order } from './order.ts';
import { visibleTo } from './visible-to.ts';

/** An order this person may see. Somebody else's order is refused like one that does not exist: `orders.no-such-order`. */
export async function findVisible(ctx: Context, orderId: string): Promise<Order> {
  const row = await visible(ctx, orderId).executeTakeFirst();
  refuseUnless(row, 'orders.no-such-order');
  return row as Order;
}

/** The same, held until the transaction ends. Only what passes the filter is held: what one may not see one may not block. */
export async function lockVisible(ctx: Context, orderId: string): Promise<Order> {
  const holding = visible(ctx, orderId).forUpdate('o').executeTakeFirst();
  readHeadAhead(ctx, { id: orderId });
  const row = await holding;
  refuseUnless(row, 'orders.no-such-order');
  return row as Order;
}

/** Which of these this person may see. */
export async function visibleAmong(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where('o.id', 'in', [...ids])
    .where(visibleTo(ctx.actor, ids))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

const visible = (ctx: Context, orderId: string) =>
  readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .selectAll('o')
    .where('o.city_id', '=', ctx.cityId)
    .where('o.id', '=', orderId)
    .where(visibleTo(ctx.actor, [orderId]));
