import type { AssignmentState } from '@minsheng/contract/words/assignment.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Assignment, AssignmentChange, NewAssignment } from './assignment.ts';
import { openStates } from './steps.ts';

export async function insertAll(ctx: Context, rows: readonly NewAssignment[]): Promise<void> {
  await tablesOf<'dispatch'>(ctx.tx)
    .insertInto('dispatch.assignment')
    .values([...rows])
    .execute();
}

/** All duties of an order, oldest first. The caller holds the order, so nobody else changes them. */
export async function ofOrder(ctx: Context, orderId: string): Promise<Assignment[]> {
  const rows = await tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.assignment')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  return rows as Assignment[];
}

/** All duties of several orders, for a list that would otherwise ask row by row. */
export async function ofOrders(ctx: Context, orderIds: readonly string[]): Promise<Assignment[]> {
  if (orderIds.length === 0) return [];
  const rows = await tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.assignment')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
  return rows as Assignment[];
}

/** One duty of an order. Refuses `dispatch.no-such-assignment`. */
export async function one(
  ctx: Context,
  orderId: string,
  assignmentId: string,
): Promise<Assignment> {
  const row = await tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.assignment')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .where('id', '=', assignmentId)
    .executeTakeFirst();
  refuseUnless(row, 'dispatch.no-such-assignment');
  return row as Assignment;
}

/** Duties of secrecy 3 this account is named for. */
export async function entrustedTo(
  ctx: Context,
  accountId: string,
): Promise<Pick<Assignment, 'order_id' | 'id'>[]> {
  return tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.assignment')
    .select(['order_id', 'id'])
    .where('city_id', '=', ctx.cityId)
    .where(sql<boolean>`readers @> ${[accountId]}::uuid[]`)
    .orderBy('id')
    .execute();
}

/** Orders in which some duty runs until that instant or longer, in the order of their ids. */
export async function ordersRunningPast(
  ctx: Context,
  { past, after, limit }: { past: Date | null; after: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ order_id: string }>`
    select distinct order_id
    from dispatch.assignment
    where city_id = ${ctx.cityId}
      and order_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      and state in ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off', 'return-to-sign', 'return-asked')
      and (${past}::timestamptz is null or greatest(sign_due_at, contact_due_at, due_at) >= ${past})
    order by order_id
    limit ${limit}`.execute(ctx.tx);
  return rows.map(({ order_id }) => order_id);
}

/** 未开始办理: duties of a unit or below it that nobody has answered or passed down, a page by their ids. */
export async function openBelow(
  ctx: Context,
  path: string,
  { since, after, limit }: { since: Date; after: string | null; limit: number },
): Promise<Pick<Assignment, 'order_id' | 'id' | 'round'>[]> {
  const { rows } = await sql<Pick<Assignment, 'order_id' | 'id' | 'round'>>`
    select order_id, id, round
    from dispatch.assignment
    where city_id = ${ctx.cityId}
      and (unit_path = ${path} or unit_path like ${`${path}/%`})
      and state in ('sent', 'signed', 'contacted')
      and role <> 'copy'
      and parent_id is null
      and readers is null
      and sent_at >= ${since}
      and id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by id
    limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Duties of a unit or below it that are not over. */
export async function standingBelow(ctx: Context, path: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from dispatch.assignment
    where city_id = ${ctx.cityId}
      and (unit_path = ${path} or unit_path like ${`${path}/%`})
      and state = any(${[...openStates]})`.execute(ctx.tx);
  return rows[0]?.count ?? 0;
}

export async function change(
  ctx: Context,
  assignment: Pick<Assignment, 'order_id' | 'id'>,
  set: AssignmentChange,
): Promise<void> {
  await tablesOf<'dispatch'>(ctx.tx)
    .updateTable('dispatch.assignment')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', assignment.order_id)
    .where('id', '=', assignment.id)
    .execute();
}

/** The guarded move; answers whether the duty was still where the step begins. */
export async function move(
  ctx: Context,
  assignment: Assignment,
  from: readonly AssignmentState[],
  set: AssignmentChange & { state: AssignmentState },
): Promise<boolean> {
  const result = await tablesOf<'dispatch'>(ctx.tx)
    .updateTable('dispatch.assignment')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', assignment.order_id)
    .where('id', '=', assignment.id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * 本单位及下级的任务 `a` that this actor may read: of 专人专办 only its readers'. What begins with the path and a slash
 * is a range up to the path and the sign after a slash: a plan that is kept can serve it by the index, unlike `like`.
 */
export const dutiesBelow = (ctx: Context, path: string) => sql`
  a.city_id = ${ctx.cityId}
  and (a.unit_path = ${path} or (a.unit_path ~>=~ ${`${path}/`} and a.unit_path ~<~ ${`${path}0`}))
  and (a.readers is null or ${ctx.actor.accountId}::uuid = any (a.readers))`;
