import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keptList } from '../../platform/prepared.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { NewOrder, Order, OrderChange } from './order.ts';
import { dayBounds } from './order-no.ts';

/** Reads an order and holds it, so that two people cannot decide about it at once. Refuses `orders.no-such-order`. */
export async function lock(ctx: Context, orderId: string): Promise<Order> {
  const row = await tablesOf<'orders'>(ctx.tx)
    .selectFrom('orders.order')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
  refuseUnless(row, 'orders.no-such-order');
  return row as Order;
}

/** The first order of an issue, but for the one that is just coming to it. */
export async function firstOfIssue(
  ctx: Context,
  issueId: string,
  except: string | null,
): Promise<Pick<Order, 'id'> | null> {
  let query = tablesOf<'orders'>(ctx.tx)
    .selectFrom('orders.order')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('issue_id', '=', issueId)
    .orderBy('id')
    .limit(1);
  if (except !== null) query = query.where('id', '<>', except);
  return (await query.executeTakeFirst()) ?? null;
}

const issueCap = 50;

/** The units that lead the other orders of an issue, each once; of very many, those of the latest. */
export async function leadsOfIssue(
  ctx: Context,
  issueId: string,
  except: string,
): Promise<string[]> {
  const rows = await tablesOf<'orders'>(ctx.tx)
    .selectFrom('orders.order')
    .modifyFront(keptList)
    .select('lead_unit')
    .where('city_id', '=', ctx.cityId)
    .where('issue_id', '=', issueId)
    .where('id', '<>', except)
    .orderBy('id', 'desc')
    .limit(sql.lit(issueCap))
    .execute();
  return [...new Set(rows.flatMap(({ lead_unit }) => lead_unit ?? []))];
}

/** Several orders, held in the order of their ids so that two people never wait for each other in a ring. */
export async function lockAll(ctx: Context, orderIds: readonly string[]): Promise<Order[]> {
  if (orderIds.length === 0) return [];
  const rows = await tablesOf<'orders'>(ctx.tx)
    .selectFrom('orders.order')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...orderIds])
    .orderBy('id')
    .forUpdate()
    .execute();
  refuseUnless(rows.length === new Set(orderIds).size, 'orders.no-such-order');
  return rows as Order[];
}

export async function find(ctx: Context, orderId: string): Promise<Order | null> {
  const row = await tablesOf<'orders'>(ctx.tx)
    .selectFrom('orders.order')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', orderId)
    .executeTakeFirst();
  return (row as Order | undefined) ?? null;
}

/** By the number people read and say; its date tells the one month to look in. */
export async function findByNo(ctx: Context, orderNo: string): Promise<Order | null> {
  const bounds = dayBounds(orderNo, ctx.city.zone);
  if (!bounds) return null;
  const row = await tablesOf<'orders'>(ctx.tx)
    .selectFrom('orders.order')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_no', '=', orderNo)
    .where('id', '>=', sql<string>`platform.first_id(${bounds.from})`)
    .where('id', '<', sql<string>`platform.first_id(${bounds.to})`)
    .executeTakeFirst();
  return (row as Order | undefined) ?? null;
}

/** 工单编号 by id, of those that exist. */
export async function numbersOf(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tablesOf<'orders'>(ctx.tx)
    .selectFrom('orders.order')
    .select(['id', 'order_no'])
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...orderIds])
    .execute();
  return new Map(rows.map(({ id, order_no }) => [id, order_no]));
}

/** Whether an order was made of this already: `source_ref` names where it came from and its number there. */
export async function existsFromSource(ctx: Context, sourceRef: string): Promise<boolean> {
  const row = await tablesOf<'orders'>(ctx.tx)
    .selectFrom('orders.order')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('source_ref', '=', sourceRef)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insert(ctx: Context, row: NewOrder): Promise<void> {
  await tablesOf<'orders'>(ctx.tx).insertInto('orders.order').values(row).execute();
}

/** Changes columns that are not the status. */
export async function change(ctx: Context, orderId: string, set: OrderChange): Promise<void> {
  await tablesOf<'orders'>(ctx.tx)
    .updateTable('orders.order')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', orderId)
    .execute();
}

/** 抹去地点: the exact point, of many. */
export async function forgetPoints(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await tablesOf<'orders'>(ctx.tx)
    .updateTable('orders.order')
    .set({ lng: null, lat: null })
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...orderIds])
    .execute();
}

/** 已销毁. */
export async function markDestroyed(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await tablesOf<'orders'>(ctx.tx)
    .updateTable('orders.order')
    .set({ destroyed_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...orderIds])
    .execute();
}

/** The guarded move; answers whether the order was still where the step begins. */
export async function move(
  ctx: Context,
  orderId: string,
  from: readonly OrderStatus[],
  set: OrderChange & { status: OrderStatus },
): Promise<boolean> {
  const result = await tablesOf<'orders'>(ctx.tx)
    .updateTable('orders.order')
    .set({ ...set, status_since: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', orderId)
    .where('status', 'in', [...from])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
