import type { Desk } from '@minsheng/contract/words/desks.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type Place, pageRows } from '../../platform/keyset.ts';
import { type Assignment, dutiesBelow } from '../dispatch/index.ts';
import type { Order } from '../orders/index.ts';

type DutyColumns = Pick<
  Assignment,
  | 'order_id'
  | 'id'
  | 'role'
  | 'state'
  | 'unit_code'
  | 'unit_kind'
  | 'sent_at'
  | 'sign_due_at'
  | 'due_at'
  | 'stage_report_due_at'
>;
type OrderColumns = Pick<
  Order,
  | 'order_no'
  | 'type'
  | 'urgency'
  | 'secrecy'
  | 'status'
  | 'status_since'
  | 'matter_code'
  | 'area_code'
  | 'auto_sent'
>;

interface Wanted {
  desk: Desk;
  /** The person's unit: its own duties and those below it. */
  path: string;
  after: Place | null;
}

interface Duty extends DutyColumns {
  by: string;
}
interface OrderRead extends OrderColumns {
  order_id: string;
  title: string;
  address: string;
}
export type DutyRead = Duty & OrderRead;

/** The page is cut before orders and texts are read. */
export async function dutiesOn(ctx: Context, wanted: Wanted): Promise<DutyRead[]> {
  const duties = await pageOf(ctx, wanted);
  const orders = await ordersOf(ctx, [...new Set(duties.map(({ order_id }) => order_id))]);
  const byId = new Map(orders.map((order) => [order.order_id, order]));
  return duties.flatMap((duty) => {
    const order = byId.get(duty.order_id);
    return order ? [{ ...duty, ...order }] : [];
  });
}

/** Every condition stands so that the index of open duties serves, whatever the values: it is planned once. */
async function pageOf(ctx: Context, { desk, path, after }: Wanted): Promise<Duty[]> {
  const onward = after ? sql`and (a.urgency, a.id) > (${after.by}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Duty>`/* kept */
    select a.urgency as by, a.order_id, a.id, a.role, a.state, a.unit_code, a.unit_kind, a.sent_at, a.sign_due_at,
      a.due_at, a.stage_report_due_at
    from dispatch.assignment as a
    where ${dutiesBelow(ctx, path)}
      and ${stateOn(desk)}
      ${onward}
    order by a.urgency, a.id
    limit ${sql.lit(pageRows + 1)}`.execute(ctx.tx);
  return rows;
}

/** The ids stand in every part, so that only their months are planned and read. */
async function ordersOf(ctx: Context, ids: readonly string[]): Promise<OrderRead[]> {
  if (ids.length === 0) return [];
  const theirs = sql`any (${[...ids]}::uuid[])`;
  const { rows } = await sql<OrderRead>`/* kept */
    select o.id as order_id, o.order_no, o.type, o.urgency, o.secrecy, o.status, o.status_since, o.matter_code,
      o.area_code, o.auto_sent, coalesce(t.title, '') as title, coalesce(w.address, '') as address
    from orders.order as o
    left join lateral (
      select title from orders.text
      where city_id = o.city_id and order_id = o.id and order_id = ${theirs} and kind in ('appeal', 'for-units')
      order by kind = 'for-units' desc, no desc limit 1
    ) as t on true
    left join lateral (
      select address from orders.text
      where city_id = o.city_id and order_id = o.id and order_id = ${theirs} and kind = 'appeal'
      order by no desc limit 1
    ) as w on true
    where o.city_id = ${ctx.cityId} and o.id = ${theirs}`.execute(ctx.tx);
  return rows;
}

function stateOn(desk: Desk) {
  switch (desk) {
    case 'unit-sent':
      return sql`a.state = 'sent'`;
    case 'unit-working':
      return sql`a.state in ('signed', 'contacted', 'delegated', 'return-asked') and a.role <> 'copy'`;
    case 'unit-sign-off':
      return sql`a.state in ('to-sign-off', 'return-to-sign')`;
    case 'unit-parked':
      return sql`a.state = 'parked'`;
    case 'unit-submitted':
      return sql`a.state = 'submitted'`;
    default:
      throw new Error(`Desk ${desk} lists orders.`);
  }
}
