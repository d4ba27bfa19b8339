import type { AssignmentRole, AssignmentState } from '@minsheng/contract/words/assignment.ts';
import type { AppealType, SecrecyLevel, Urgency } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type Place, pageRows } from '../../platform/keyset.ts';
import { dutiesBelow } from '../dispatch/index.ts';

export interface Duty extends Place {
  readonly order_id: string;
  readonly order_no: string;
  readonly role: AssignmentRole;
  readonly state: AssignmentState;
  readonly type: AppealType;
  readonly urgency: Urgency;
  readonly secrecy: SecrecyLevel;
  readonly title: string;
  readonly matter_code: string;
  readonly area_code: string;
  readonly unit_code: string;
  readonly sent_at: Date;
  readonly sign_due_at: Date | null;
  readonly due_at: Date | null;
}

/** 未办结任务 of a unit and those below it. Every condition stands so that the index of open duties serves. */
export async function openDuties(
  ctx: Context,
  { path, after }: { path: string; after: Place | null },
): Promise<Duty[]> {
  const onward = after ? sql`and (a.urgency, a.id) > (${after.by}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Duty>`
    with page as (
      select a.*
      from dispatch.assignment as a
      where ${dutiesBelow(ctx, path)}
        and a.state in ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off', 'return-to-sign',
          'return-asked', 'parked', 'submitted')
        ${onward}
      order by a.urgency, a.id
      limit ${pageRows + 1}
    )
    select p.urgency as by, p.order_id, p.id, p.role, p.state, p.unit_code, p.sent_at, p.sign_due_at, p.due_at,
      o.order_no, o.type, o.urgency, o.secrecy, o.matter_code, o.area_code, coalesce(t.title, '') as title
    from page as p
    join orders.order as o on o.city_id = p.city_id and o.id = p.order_id
    left join lateral (
      select title from orders.text
      where city_id = o.city_id and order_id = o.id and kind in ('appeal', 'for-units')
      order by kind = 'for-units' desc, no desc limit 1
    ) as t on true
    order by p.urgency, p.id`.execute(ctx.tx);
  return rows;
}
