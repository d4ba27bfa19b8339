import { againDays } from '@minsheng/contract/words/indicators.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';
import type { Order } from '../orders/index.ts';
import { isOpen } from '../orders/index.ts';
import type { Facts } from './conditions.ts';

/** 机制工单: one order under a mechanism, with all its figures are made of. */
export interface HeldOrder extends Facts {
  readonly orderId: string;
  readonly mechanism: string;
  readonly orderNo: string;
  readonly areaCode: string;
  readonly leadUnit: string | null;
  readonly dueAt: Date | null;
  readonly acceptedAt: Date;
  readonly isSolved: boolean;
  /** 回潮: its issue was told again after it was solved. */
  readonly cameBack: boolean;
  readonly isRepeat: boolean;
  /** Taken out of the record by a ruling. */
  readonly isExcepted: boolean;
}

interface Row {
  order_id: string;
  mechanism: string;
  order_no: string;
  area_code: string;
  lead_unit: string | null;
  due_at: Date | null;
  status: Order['status'];
  accepted: Date;
  dispatched: Date | null;
  contacted: Date | null;
  arrived: Date | null;
  answered: Date | null;
  closed: Date | null;
  close_kind: string | null;
  came_back: boolean;
  is_repeat: boolean;
  is_excepted: boolean;
  values: Record<string, Json> | null;
}

/** 一次最多统计. */
export const mostCounted = 20_000;

/** The instants of an order, from the order and its duties. */
const moments = sql`
  left join lateral (
    select min(d.sent_at) as dispatched, min(d.contacted_at) as contacted, min(d.arrived_at) as arrived,
      min(d.submitted_at) filter (where d.role = 'lead') as answered
    from dispatch.assignment as d
    where d.city_id = o.city_id and d.order_id = o.id
  ) as m on true`;

/** Of secret ones nothing is counted, nor of withdrawn ones. */
const countable = sql`o.status <> 'withdrawn' and o.secrecy < 3`;

/** Orders under a mechanism accepted in a span, the newest first. */
export async function heldOrders(
  ctx: Context,
  mechanism: string,
  { from, until }: { from: Date; until: Date },
): Promise<{ orders: HeldOrder[]; isCut: boolean }> {
  const rows = await rowsWhere(
    ctx,
    sql`h.mechanism = ${mechanism} and h.order_id >= platform.first_id(${from})
      and h.order_id < platform.first_id(${until}) and ${countable}`,
    mostCounted + 1,
  );
  return {
    orders: rows.slice(0, mostCounted).map((row) => heldOrderOf(row, ctx.city.zone)),
    isCut: rows.length > mostCounted,
  };
}

/** The same of so many orders as somebody names. */
export async function heldAmong(ctx: Context, orderIds: readonly string[]): Promise<HeldOrder[]> {
  if (orderIds.length === 0) return [];
  const own = sql`h.order_id = any (${[...new Set(orderIds)]}::uuid[]) and ${countable}`;
  const rows = await rowsWhere(ctx, own, orderIds.length);
  return rows.map((row) => heldOrderOf(row, ctx.city.zone));
}

/** The same of one order, whatever its secrecy. */
export async function heldOrder(ctx: Context, orderId: string): Promise<HeldOrder | null> {
  const [row] = await rowsWhere(ctx, sql`h.order_id = ${orderId}::uuid`, 1);
  return row ? heldOrderOf(row, ctx.city.zone) : null;
}

async function rowsWhere(ctx: Context, where: RawBuilder<unknown>, most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select h.order_id, h.mechanism, o.order_no, o.area_code, o.lead_unit, o.due_at, o.status, o.close_kind,
      o.accepted_at as accepted, o.closed_at as closed, m.*, h.repeat_at is not null as is_repeat,
      coalesce(v.values, '{}') as values,
      o.closed_at is not null and exists (
        select 1 from orders.order as n
        where n.city_id = o.city_id and n.issue_id = o.issue_id and n.id > o.id and n.accepted_at > o.closed_at
          and n.channel <> 'proactive'
          and n.accepted_at <= o.closed_at + make_interval(days => ${againDays})
      ) as came_back,
      exists (
        select 1 from mechanisms.objection as x
        where x.city_id = o.city_id and x.order_id = o.id and x.state = 'upheld'
      ) as is_excepted
    from mechanisms.held as h
    join orders.order as o on o.city_id = h.city_id and o.id = h.order_id
    ${moments}
    left join lateral (
      select jsonb_object_agg(f.code, f.value) as values
      from mechanisms.value as f
      where f.city_id = h.city_id and f.order_id = h.order_id and f.ended_at is null and f.value is not null
    ) as v on true
    where h.city_id = ${ctx.cityId} and h.ended_at is null and ${where}
    order by h.order_id desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}

function heldOrderOf(row: Row, zone: string): HeldOrder {
  const { accepted, dispatched, contacted, arrived, answered, closed } = row;
  return {
    orderId: row.order_id,
    mechanism: row.mechanism,
    orderNo: row.order_no,
    areaCode: row.area_code,
    leadUnit: row.lead_unit,
    dueAt: row.due_at,
    acceptedAt: accepted,
    isOpen: isOpen(row.status),
    isSolved: row.close_kind === 'solved',
    cameBack: row.close_kind === 'solved' && row.came_back,
    isRepeat: row.is_repeat,
    isExcepted: row.is_excepted,
    values: new Map(Object.entries(row.values ?? {})),
    moments: { accepted, dispatched, contacted, arrived, answered, closed },
    zone,
  };
}

/** 对照工单: how long ordinary orders of these matters took, the newest of each matter. */
export async function ordinaryMoments(
  ctx: Context,
  matterCodes: readonly string[],
  { mechanism, from, until }: { mechanism: string; from: Date; until: Date },
): Promise<Facts['moments'][]> {
  if (matterCodes.length === 0) return [];
  const { rows } = await sql<Record<keyof Facts['moments'], Date | null>>`
    select o.accepted_at as accepted, o.closed_at as closed, m.*
    from unnest(${[...matterCodes]}::text[]) as c(code)
    cross join lateral (
      select n.* from orders.order as n
      where n.city_id = ${ctx.cityId} and n.matter_code = c.code and n.id >= platform.first_id(${from})
        and n.id < platform.first_id(${until}) and n.status <> 'withdrawn' and n.secrecy < 3
        and n.channel <> 'proactive'
        and n.dispatched_at is not null
        and not exists (
          select 1 from mechanisms.held as h
          where h.city_id = n.city_id and h.order_id = n.id and h.mechanism = ${mechanism})
      order by n.id desc
      limit ${mostOrdinary}
    ) as o
    ${moments}`.execute(ctx.tx);
  return rows;
}
const mostOrdinary = 300;
