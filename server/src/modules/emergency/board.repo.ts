import type { MassResult } from '@minsheng/contract/words/emergency.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { expressionBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { visibleTo } from '../orders/index.ts';
import type { Mode } from './modes.repo.ts';

const o = expressionBuilder<DB & { o: DB['orders.order'] }, 'o'>();

export interface UnitSums {
  readonly unit_code: string;
  readonly sent: number;
  readonly signed: number;
  readonly responded: number;
  readonly overdue: number;
  readonly done: number;
  readonly oldest_open_at: Date | null;
}

/**
 * 态势 by unit: the duties given in the orders of the mode since they were sent in it, as dispatch has them; whoever was
 * at work before is no concern of the mode. Signed means in time, or in touch by now: of what was signed after its limit
 * nobody can tell whether a person did it or the rule. Overdue: the limit is over and nobody signed, called or came; a
 * duty given later has its own.
 */
export async function unitSums(ctx: Context, mode: Mode): Promise<UnitSums[]> {
  const { rows } = await sql<UnitSums>`
    with duty as (
      select a.unit_code, a.sent_at, greatest(s.respond_due_at, a.sign_due_at) as respond_due_at,
        a.signed_at is not null and not a.signed_late as is_signed,
        coalesce(a.contacted_at, a.arrived_at, a.submitted_at, a.done_at) is not null as is_responded,
        a.state in ('submitted', 'done') as is_done
      from emergency.sent_order as s
      join dispatch.assignment as a on a.city_id = s.city_id and a.order_id = s.order_id
      where s.city_id = ${ctx.cityId} and s.mode_id = ${mode.id} and s.result <> 'refused'
        and a.sent_at >= s.sent_at and a.role <> 'copy' and a.state not in ('revoked', 'returned')
    )
    select unit_code, count(*)::int as sent,
      count(*) filter (where is_signed or is_responded)::int as signed,
      count(*) filter (where is_responded)::int as responded,
      count(*) filter (where not is_responded and not is_signed and respond_due_at <= ${ctx.now})::int as overdue,
      count(*) filter (where is_done)::int as done,
      min(sent_at) filter (where not is_done) as oldest_open_at
    from duty
    group by unit_code
    order by overdue desc, sent desc, unit_code`.execute(ctx.tx);
  return rows;
}

export interface AreaSums {
  readonly area_code: string;
  readonly orders: number;
  readonly open: number;
}

/** By county. */
export async function areaSums(ctx: Context, mode: Mode): Promise<AreaSums[]> {
  const { rows } = await sql<AreaSums>`
    select left(o.area_code, 6) as area_code, count(*)::int as orders,
      count(*) filter (where o.status in ('to-dispatch', 'in-progress', 'need-info', 'in-dispute', 'suspended'))::int as open
    from emergency.sent_order as s
    join orders.order as o on o.city_id = s.city_id and o.id = s.order_id
    where s.city_id = ${ctx.cityId} and s.mode_id = ${mode.id} and s.result <> 'refused'
    group by 1
    order by 2 desc, 1`.execute(ctx.tx);
  return rows;
}

export interface LastSent {
  readonly order_id: string;
  readonly order_no: string;
  readonly title: string;
  readonly status: OrderStatus;
  readonly result: MassResult;
  readonly refusal: string | null;
  readonly sent_at: Date;
}

/** 最近派出, as far as whoever looks may see the orders. */
export async function lastSent(ctx: Context, mode: Mode, most: number): Promise<LastSent[]> {
  const { rows } = await sql<LastSent>`
    with last as materialized (
      select s.order_id, s.result, s.refusal, s.sent_at, o.order_no, o.status
      from emergency.sent_order as s
      join orders.order as o on o.city_id = s.city_id and o.id = s.order_id
      where s.city_id = ${ctx.cityId} and s.mode_id = ${mode.id} and ${visibleTo(ctx.actor)(o)}
      order by s.sent_at desc, s.order_id desc
      limit ${most}
    )
    select l.*, coalesce(t.title, '') as title
    from last as l
    left join lateral (
      select title from orders.text
      where city_id = ${ctx.cityId} and order_id = l.order_id and kind in ('appeal', 'for-units')
      order by no limit 1
    ) as t on true
    order by l.sent_at desc, l.order_id desc`.execute(ctx.tx);
  return rows;
}

export async function resultCounts(
  ctx: Context,
  mode: Mode,
): Promise<{ orders: number; refused: number }> {
  const { rows } = await sql<{ orders: number; refused: number }>`
    select count(*) filter (where result <> 'refused')::int as orders,
      count(*) filter (where result = 'refused')::int as refused
    from emergency.sent_order
    where city_id = ${ctx.cityId} and mode_id = ${mode.id}`.execute(ctx.tx);
  return rows[0] ?? { orders: 0, refused: 0 };
}
