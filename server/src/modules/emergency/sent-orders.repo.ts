import type { MassResult } from '@minsheng/contract/words/emergency.ts';
import type { OrderStatus, Urgency } from '@minsheng/contract/words/order.ts';
import { expressionBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { visibleTo } from '../orders/index.ts';
import type { Mode } from './modes.repo.ts';

const o = expressionBuilder<DB & { o: DB['orders.order'] }, 'o'>();

interface Sent {
  readonly orderId: string;
  readonly result: MassResult;
  readonly refusal: string | null;
}

/** The last try counts: what was refused may be sent later. */
export async function keepSent(ctx: Context, mode: Mode, rows: readonly Sent[]): Promise<void> {
  const respondDueAt = new Date(ctx.now.getTime() + mode.response_minutes * 60_000);
  await tablesOf<'emergency'>(ctx.tx)
    .insertInto('emergency.sent_order')
    .values(
      rows.map(({ orderId, result, refusal }) => ({
        city_id: ctx.cityId,
        mode_id: mode.id,
        order_id: orderId,
        result,
        refusal,
        sent_at: ctx.now,
        sent_by: ctx.actor.accountId,
        respond_due_at: respondDueAt,
      })),
    )
    .onConflict((on) =>
      on.columns(['city_id', 'mode_id', 'order_id']).doUpdateSet((eb) => ({
        result: eb.ref('excluded.result'),
        refusal: eb.ref('excluded.refusal'),
        sent_at: eb.ref('excluded.sent_at'),
        sent_by: eb.ref('excluded.sent_by'),
        respond_due_at: eb.ref('excluded.respond_due_at'),
      })),
    )
    .execute();
}

/** Which of these were sent in this mode already. */
export async function sentAmong(
  ctx: Context,
  modeId: string,
  orderIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tablesOf<'emergency'>(ctx.tx)
    .selectFrom('emergency.sent_order')
    .select('order_id')
    .where('city_id', '=', ctx.cityId)
    .where('mode_id', '=', modeId)
    .where('order_id', 'in', [...orderIds])
    .where('result', '<>', 'refused')
    .execute();
  return new Set(rows.map(({ order_id }) => order_id));
}

/** Modes in which one order was sent. */
export async function modesOfOrder(
  ctx: Context,
  orderId: string,
): Promise<{ mode_id: string; name: string; respond_due_at: Date }[]> {
  return tablesOf<'emergency'>(ctx.tx)
    .selectFrom('emergency.sent_order as s')
    .innerJoin('emergency.mode as m', (join) =>
      join.onRef('m.city_id', '=', 's.city_id').onRef('m.id', '=', 's.mode_id'),
    )
    .select(['s.mode_id', 'm.name', 's.respond_due_at'])
    .where('s.city_id', '=', ctx.cityId)
    .where('s.order_id', '=', orderId)
    .where('s.result', '<>', 'refused')
    .orderBy('s.mode_id')
    .execute();
}

export interface Candidate {
  readonly id: string;
  readonly order_no: string;
  readonly title: string;
  readonly urgency: Urgency;
  readonly status: OrderStatus;
  readonly matter_code: string;
  readonly area_code: string;
  readonly accepted_at: Date;
}

export interface Wanted {
  readonly modePrefix: string;
  readonly areaPrefix: string;
  readonly matterPrefix: string;
  readonly urgencies: readonly Urgency[];
  readonly since: Date;
  readonly most: number;
}

/** 待批量派单: by the index of open orders, so that however many are closed nothing of them is read. */
export async function candidates(ctx: Context, mode: Mode, wanted: Wanted): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with page as materialized (
      select o.id, o.order_no, o.urgency, o.status, o.matter_code, o.area_code, o.accepted_at
      from orders.order as o
      where o.city_id = ${ctx.cityId}
        and o.status in ('to-dispatch', 'in-progress')
        and o.urgency = any (${[...wanted.urgencies]}::text[])
        and o.id >= platform.first_id(${wanted.since})
        and o.secrecy < 3
        and o.area_code like ${`${wanted.modePrefix}%`}
        and o.area_code like ${`${wanted.areaPrefix}%`}
        and o.matter_code like ${`${wanted.matterPrefix}%`}
        and ${visibleTo(ctx.actor)(o)}
        -- What came back to be dispatched stands with no unit, whether it was sent in this mode or not.
        and (o.status = 'to-dispatch' or not exists (
          select 1 from emergency.sent_order as s
          where s.city_id = o.city_id and s.mode_id = ${mode.id} and s.order_id = o.id and s.result <> 'refused'))
      order by o.urgency, o.id
      limit ${wanted.most}
    )
    select p.*, coalesce(t.title, '') as title
    from page as p
    left join lateral (
      select title from orders.text
      where city_id = ${ctx.cityId} and order_id = p.id and kind in ('appeal', 'for-units')
      order by no limit 1
    ) as t on true
    order by p.urgency, p.id`.execute(ctx.tx);
  return rows;
}
