import { expressionBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { visibleTo } from '../orders/index.ts';

export interface ExportedOrder {
  readonly id: string;
  readonly order_no: string;
  readonly type: string;
  readonly status: string;
  readonly urgency: string;
  readonly matter_code: string;
  readonly area_code: string;
  readonly lead_unit: string | null;
  readonly accepted_at: Date;
  readonly due_at: Date | null;
  readonly closed_at: Date | null;
  readonly title: string;
  readonly content: string;
  readonly answer: string | null;
  readonly duties: readonly Record<string, string | null>[];
}

const o = expressionBuilder<DB & { o: DB['orders.order'] }, 'o'>();

interface Span {
  readonly from: Date;
  readonly to: Date;
  readonly after: string | null;
  readonly most: number;
}

/** Of a day, those this account may see and that ask for no secrecy, oldest first. Texts are joined once the page is cut. */
export async function exportedOrders(
  ctx: Context,
  { from, to, after, most }: Span,
): Promise<ExportedOrder[]> {
  const path = ctx.actor.unitPath ?? '';
  const { rows } = await sql<ExportedOrder>`
    with page as materialized (
      select o.id, o.order_no, o.type, o.status, o.urgency, o.matter_code, o.area_code, o.lead_unit,
        o.accepted_at, o.due_at, o.closed_at
      from orders.order as o
      where o.city_id = ${ctx.cityId}
        and o.id >= platform.first_id(${from}) and o.id < platform.first_id(${to})
        and (${after}::uuid is null or o.id > ${after}::uuid)
        and o.secrecy = 0
        and ${visibleTo(ctx.actor)(o)}
      order by o.id
      limit ${most}
    )
    select p.*, coalesce(t.title, '') as title, coalesce(t.content, '') as content, w.content as answer, d.duties
    from page as p
    left join lateral (
      select title, content from orders.text
      where city_id = ${ctx.cityId} and order_id = p.id and kind in ('appeal', 'for-units')
      order by kind = 'for-units' desc, no desc limit 1
    ) as t on true
    left join lateral (
      select content from orders.text
      where city_id = ${ctx.cityId} and order_id = p.id and kind = 'answer'
      order by no desc limit 1
    ) as w on true
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
        'assignmentId', a.id, 'unitCode', a.unit_code, 'role', a.role, 'state', a.state, 'sentAt', a.sent_at,
        'signedAt', a.signed_at, 'dueAt', a.due_at, 'submittedAt', a.submitted_at, 'doneAt', a.done_at)
        order by a.id), '[]'::jsonb) as duties
      from dispatch.assignment as a
      where a.city_id = ${ctx.cityId} and a.order_id = p.id and a.state not in ('revoked', 'returned')
        and (a.unit_path = ${path} or a.unit_path like ${`${path}/%`})
    ) as d
    order by p.id`.execute(ctx.tx);
  return rows;
}
