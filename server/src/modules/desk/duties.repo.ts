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
export interface DutyRead extends DutyColumns, OrderColumns {
  by: string;
  title: string;
  address: string;
}

interface Wanted {
  desk: Desk;
  /** The person's unit: its own duties and those below it. */
  path: string;
  after: Place | null;
}

/** The page is cut before orders and texts are joined to it. Every condition stands so that the index of open duties serves. */
export async function dutiesOn(ctx: Context, { desk, path, after }: Wanted): Promise<DutyRead[]> {
  const onward = after ? sql`and (a.urgency, a.id) > (${after.by}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<DutyRead>`
    with page as (
      select a.*
      from dispatch.assignment as a
      where ${dutiesBelow(ctx, path)}
        and ${stateOn(desk)}
        ${onward}
      order by a.urgency, a.id
      limit ${pageRows + 1}
    )
    select p.urgency as by, p.order_id, p.id, p.role, p.state, p.unit_code, p.unit_kind, p.sent_at, p.sign_due_at,
      p.due_at, p.stage_report_due_at, o.order_no, o.type, o.urgency, o.secrecy, o.status, o.status_since, o.matter_code, o.area_code, o.auto_sent,
      coalesce(t.title, '') as title, coalesce(w.address, '') as address
    from page as p
    join orders.order as o on o.city_id = p.city_id and o.id = p.order_id
    left join lateral (
      select title from orders.text
      where city_id = o.city_id and order_id = o.id and kind in ('appeal', 'for-units')
      order by kind = 'for-units' desc, no desc limit 1
    ) as t on true
    left join lateral (
      select address from orders.text
      where city_id = o.city_id and order_id = o.id and kind = 'appeal'
      order by no desc limit 1
    ) as w on true
    order by p.urgency, p.id`.execute(ctx.tx);
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
