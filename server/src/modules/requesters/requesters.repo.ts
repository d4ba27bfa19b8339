import { type Insertable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { rowsOfMany } from '../../platform/rows-of-many.ts';

export type NewRequester = Insertable<DB['requesters.requester']>;

export async function insert(ctx: Context, row: NewRequester): Promise<void> {
  await tablesOf<'requesters'>(ctx.tx).insertInto('requesters.requester').values(row).execute();
}

export async function rowOf(ctx: Context, orderId: string) {
  const row = await tablesOf<'requesters'>(ctx.tx)
    .selectFrom('requesters.requester')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return row ?? null;
}

/** Newest first; the index holds digests, so that a number is found without being readable. */
export async function ordersOfIndex(ctx: Context, index: Buffer, limit: number): Promise<string[]> {
  const rows = await tablesOf<'requesters'>(ctx.tx)
    .selectFrom('requesters.requester')
    .select('order_id')
    .where('city_id', '=', ctx.cityId)
    .where('phone_index', '=', index)
    .orderBy('order_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ order_id }) => order_id);
}

export async function change(
  ctx: Context,
  orderIds: readonly string[],
  set: Partial<Omit<NewRequester, 'city_id' | 'order_id'>>,
): Promise<void> {
  await tablesOf<'requesters'>(ctx.tx)
    .updateTable('requesters.requester')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
}

export async function insertLook(ctx: Context, orderId: string, purpose: string): Promise<void> {
  await tablesOf<'requesters'>(ctx.tx)
    .insertInto('requesters.look')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      order_id: orderId,
      account_id: ctx.actor.accountId,
      unit_code: ctx.actor.unitCode,
      purpose,
      at: ctx.now,
    })
    .execute();
}

/** 人数: distinct people behind orders; somebody who left no number counts once for each appeal. */
export async function peopleBehind(ctx: Context, orderIds: readonly string[]): Promise<number> {
  const requester = { table: 'requesters.requester', key: 'order_id', cityId: ctx.cityId };
  const { rows } = await sql<{ people: number }>`/* kept */
    select (count(distinct r.phone_index) + count(*) filter (where r.phone_index is null))::integer as people
    from ${rowsOfMany(requester, orderIds)}`.execute(ctx.tx);
  return rows[0]?.people ?? 0;
}

/** 能否反馈: whether somebody gave a name or a number at all; nothing of who it is, so no look is kept. */
export interface Reach {
  readonly isNamed: boolean;
  readonly hasPhone: boolean;
}

export async function reachOf(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, Reach>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tablesOf<'requesters'>(ctx.tx)
    .selectFrom('requesters.requester')
    .select(['order_id', 'anonymous'])
    .select(sql<boolean>`phone_enc is not null`.as('hasPhone'))
    .select(sql<boolean>`name_enc is not null`.as('hasName'))
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
  return new Map(
    rows.map(({ order_id, anonymous, hasName, hasPhone }) => [
      order_id,
      { isNamed: !anonymous && (hasName || hasPhone), hasPhone },
    ]),
  );
}
