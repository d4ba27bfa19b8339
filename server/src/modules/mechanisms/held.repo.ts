import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

/** 归入记录. */
export type Held = Selectable<DB['mechanisms.held']>;

/** The mechanism an order is under now. */
export async function heldNow(ctx: Context, orderId: string): Promise<Held | null> {
  const row = await tablesOf<'mechanisms'>(ctx.tx)
    .selectFrom('mechanisms.held')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** The caller holds the order. */
export async function insertHeld(
  ctx: Context,
  { orderId, mechanism, because }: { orderId: string; mechanism: string; because: string[] },
): Promise<void> {
  await sql`
    insert into mechanisms.held (city_id, order_id, no, mechanism, because, held_at)
    select ${ctx.cityId}, ${orderId}::uuid, coalesce(max(no), 0) + 1, ${mechanism}, ${because}::text[], ${ctx.now}
    from mechanisms.held
    where city_id = ${ctx.cityId} and order_id = ${orderId}::uuid`.execute(ctx.tx);
}

export async function changeHeld(
  ctx: Context,
  { order_id, no }: Held,
  set: { ended_at: Date } | { repeat_at: Date },
): Promise<void> {
  await tablesOf<'mechanisms'>(ctx.tx)
    .updateTable('mechanisms.held')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', order_id)
    .where('no', '=', no)
    .execute();
}
