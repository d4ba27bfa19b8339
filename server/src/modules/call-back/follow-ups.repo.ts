import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import { visibleTo } from '../orders/index.ts';

export interface FollowUp {
  id: string;
  order_id: string;
  due_on: string;
  due_at: Date;
  is_due: boolean;
  done_at: Date | null;
  still_solved: boolean | null;
  note_no: number | null;
}

export async function insertFollowUp(
  ctx: Context,
  { orderId, id, dueOn, dueAt }: { orderId: string; id: string; dueOn: string; dueAt: Date },
): Promise<void> {
  await tablesOf<'call_back'>(ctx.tx)
    .insertInto('call_back.follow_up')
    .values({ city_id: ctx.cityId, order_id: orderId, id, due_on: dueOn, due_at: dueAt })
    .execute();
}

/** Answers whether it has just fallen due. */
export async function markDue(ctx: Context, orderId: string, id: string): Promise<boolean> {
  const result = await tablesOf<'call_back'>(ctx.tx)
    .updateTable('call_back.follow_up')
    .set({ is_due: true })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .where('id', '=', id)
    .where('is_due', '=', false)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function followUpsOf(ctx: Context, orderId: string): Promise<FollowUp[]> {
  const rows = await tablesOf<'call_back'>(ctx.tx)
    .selectFrom('call_back.follow_up')
    .select(['id', 'order_id', 'due_on', 'due_at', 'is_due', 'done_at', 'still_solved', 'note_no'])
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, due_on: String(row.due_on) }));
}

/** Of orders this person may see; oldest first, after a cursor of due time and id. */
export async function dueFollowUps(
  ctx: Context,
  after: { at: Date; id: string } | null,
  limit: number,
): Promise<FollowUp[]> {
  const visible = readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor));
  let query = readerOf(ctx.tx)
    .selectFrom('call_back.follow_up as f')
    .select([
      'f.id',
      'f.order_id',
      'f.due_on',
      'f.due_at',
      'f.is_due',
      'f.done_at',
      'f.still_solved',
      'f.note_no',
    ])
    .where('f.city_id', '=', ctx.cityId)
    .where('f.is_due', '=', true)
    .where('f.done_at', 'is', null)
    .where('f.order_id', 'in', visible)
    .orderBy('f.due_at')
    .orderBy('f.id')
    .limit(limit);
  if (after) query = query.where(sql<boolean>`(f.due_at, f.id) > (${after.at}, ${after.id})`);
  return (await query.execute()).map((row) => ({ ...row, due_on: String(row.due_on) }));
}

/** Held. Null when there is none. */
export async function lockFollowUp(ctx: Context, id: string): Promise<FollowUp | null> {
  const { rows } = await sql<FollowUp>`
    select id, order_id, due_on::text as due_on, due_at, is_due, done_at, still_solved, note_no
    from call_back.follow_up
    where city_id = ${ctx.cityId} and id = ${id} and is_due and done_at is null
    for update`.execute(ctx.tx);
  return rows[0] ?? null;
}

export async function finish(
  ctx: Context,
  followUp: FollowUp,
  found: { stillSolved: boolean; noteNo: number | null },
): Promise<void> {
  await tablesOf<'call_back'>(ctx.tx)
    .updateTable('call_back.follow_up')
    .set({
      done_at: ctx.now,
      still_solved: found.stillSolved,
      note_no: found.noteNo,
      by_account: ctx.actor.accountId,
    })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', followUp.order_id)
    .where('id', '=', followUp.id)
    .execute();
}

/** Enough to know that a thing came back; nobody counts further. */
const mostRepeats = 100;

/**
 * 回潮: other appeals since an order closed that are about the same thing: its issue, or its matter in the same
 * village (or town, where no village is known). At most a hundred.
 */
export async function repeatsSince(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, number>> {
  if (orderIds.length === 0) return new Map();
  // Two branches, each served by its own index and read no further than needed; an "or" would read every order since.
  const { rows } = await sql<{ id: string; repeats: number }>`
    select o.id, (
      select count(*)::integer from (
        select r.id from orders.order as r
        where r.city_id = o.city_id and r.issue_id = o.issue_id
          and r.id > platform.first_id(coalesce(o.closed_at, o.accepted_at)) and r.id <> o.id and r.channel <> 'proactive'
        union
        select r.id from orders.order as r
        where r.city_id = o.city_id and r.matter_code = o.matter_code and r.area_code = o.area_code
          and r.id > platform.first_id(coalesce(o.closed_at, o.accepted_at)) and r.id <> o.id and r.channel <> 'proactive'
        limit ${mostRepeats}
      ) as again
    ) as repeats
    from orders.order as o
    where o.city_id = ${ctx.cityId} and o.id = any (${[...orderIds]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map(({ id, repeats }) => [id, repeats]));
}
