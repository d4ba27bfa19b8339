import type { Urgency } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Order } from '../orders/index.ts';

export interface Alike {
  orderId: string;
  orderNo: string;
  title: string;
  address: string;
  urgency: Urgency;
  reason: 'same-issue-candidate' | 'same-place-matter' | 'same-caller';
}

const shownCap = 20;

/** 同类待派: other orders that wait for dispatch with the same matter in the same town. Proposals; a person decides. */
export async function alikeOrders(ctx: Context, order: Order): Promise<Alike[]> {
  const { rows } = await sql<Alike>`
    select o.id as "orderId", o.order_no as "orderNo", t.title, w.address, o.urgency,
      'same-place-matter' as reason
    from orders.order as o
    join lateral (
      select title from orders.text
      where city_id = o.city_id and order_id = o.id and kind in ('appeal', 'for-units')
      order by no desc limit 1
    ) as t on true
    join lateral (
      select address from orders.text
      where city_id = o.city_id and order_id = o.id and kind = 'appeal'
      order by no desc limit 1
    ) as w on true
    where o.city_id = ${ctx.cityId}
      and o.status = 'to-dispatch'
      and o.matter_code = ${order.matter_code}
      and left(o.area_code, 9) = ${order.area_code.slice(0, 9)}
      and o.secrecy < 3
      and o.id <> ${order.id}
    order by o.id
    limit ${shownCap}`.execute(ctx.tx);
  return rows;
}
