import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { areaRange, matterRange } from '../desk/index.ts';

/** What is counted: open appeals of some matters at a county, as the forecast's history counts them. */
export interface Counted {
  readonly county: string;
  readonly matters: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

/** 主动工单 are none, and secret ones no search of the centre shows (as in `orders/arrivals.ts`). */
const counted = (ctx: Context, { county, matters, from, to }: Counted) => {
  const area = areaRange(county);
  const among = matters
    .map(matterRange)
    .map((range) => sql<boolean>`o.matter_code between ${range.from} and ${range.to}`);
  return sql`o.city_id = ${ctx.cityId}
    and o.id >= platform.first_id(${from}) and o.id < platform.first_id(${to})
    and (${sql.join(among, sql` or `)})
    and o.area_code between ${area.from} and ${area.to}
    and o.secrecy = 0 and o.channel <> 'proactive'`;
};

/** When each of them came, of no more than `most`. */
export async function instantsOf(ctx: Context, what: Counted, most: number): Promise<Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select o.accepted_at as at from orders.order as o
    where ${counted(ctx, what)}
    order by o.id
    limit ${most}`.execute(ctx.tx);
  return rows.map(({ at }) => at);
}

export interface CountedOrder {
  readonly orderId: string;
  readonly orderNo: string;
  readonly title: string;
  readonly status: OrderStatus;
  readonly matterCode: string;
  readonly areaCode: string;
  readonly at: Date;
}

/** 数字背后的工单, the latest first. */
export async function ordersCounted(
  ctx: Context,
  what: Counted,
  { before, most }: { before: string | null; most: number },
): Promise<CountedOrder[]> {
  const { rows } = await sql<CountedOrder>`
    select p.*, coalesce(t.title, '') as title
    from (
      select o.id as "orderId", o.order_no as "orderNo", o.status, o.matter_code as "matterCode",
        o.area_code as "areaCode", o.accepted_at as at
      from orders.order as o
      where ${counted(ctx, what)} and (${before}::uuid is null or o.id < ${before}::uuid)
      order by o.id desc
      limit ${most}
    ) as p
    left join lateral (
      select title from orders.text
      where city_id = ${ctx.cityId} and order_id = p."orderId" and kind in ('appeal', 'for-units')
      order by no limit 1
    ) as t on true
    order by p."orderId" desc`.execute(ctx.tx);
  return rows;
}

export interface Spot {
  readonly issueId: string;
  readonly orderId: string;
  readonly areaCode: string;
  readonly orders: number;
}

const fewestOfSpot = 3;
const mostRead = 5000;

/** 反复点位: what the same thing was told of three times or more; of the latest appeals, so many at most. */
export async function spotsOf(ctx: Context, what: Counted, most: number): Promise<Spot[]> {
  const { rows } = await sql<Spot>`
    select r.issue_id as "issueId", (array_agg(r.id order by r.id desc))[1] as "orderId",
      (array_agg(r.area_code order by r.id desc))[1] as "areaCode", count(*)::int as orders
    from (
      select o.id, o.issue_id, o.area_code from orders.order as o
      where ${counted(ctx, what)}
      order by o.id desc
      limit ${mostRead}
    ) as r
    group by r.issue_id
    having count(*) >= ${fewestOfSpot}
    order by orders desc, r.issue_id
    limit ${most}`.execute(ctx.tx);
  return rows;
}
