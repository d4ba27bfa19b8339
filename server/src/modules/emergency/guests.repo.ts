import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export type Guest = Selectable<DB['emergency.guest']>;

const guests = (ctx: Context) =>
  tablesOf<'emergency'>(ctx.tx)
    .selectFrom('emergency.guest')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

export const guestsOf = (ctx: Context, modeId: string): Promise<Guest[]> =>
  guests(ctx).where('mode_id', '=', modeId).orderBy('id').execute();

export const guestByAccount = async (ctx: Context, accountId: string): Promise<Guest | null> =>
  (await guests(ctx).where('account_id', '=', accountId).executeTakeFirst()) ?? null;

export const findGuest = async (ctx: Context, id: string): Promise<Guest | null> =>
  (await guests(ctx).where('id', '=', id).executeTakeFirst()) ?? null;

/** 还没有结束的, held against whoever ends one of them at the same time. */
export const holdUnended = (ctx: Context, modeId: string): Promise<Guest[]> =>
  guests(ctx)
    .where('mode_id', '=', modeId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();

/** Against two who decide on one guest. Whoever holds the mode too holds it first. */
export const holdGuest = async (ctx: Context, id: string): Promise<Guest | null> =>
  (await guests(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

export async function insertGuest(
  ctx: Context,
  row: Insertable<DB['emergency.guest']>,
): Promise<void> {
  await tablesOf<'emergency'>(ctx.tx).insertInto('emergency.guest').values(row).execute();
}

export async function changeGuest(
  ctx: Context,
  id: string,
  set: Pick<
    Updateable<DB['emergency.guest']>,
    'approved_by' | 'account_id' | 'ended_at' | 'ended_by' | 'from_at'
  >,
): Promise<void> {
  await tablesOf<'emergency'>(ctx.tx)
    .updateTable('emergency.guest')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** 互助接听登记的工单: within the hours of the help only, so that few of the city's orders are read. */
export async function ordersTakenBy(
  ctx: Context,
  { account_id, from_at, until_at }: Guest,
  most: number,
): Promise<{ id: string; order_no: string }[]> {
  if (account_id === null) return [];
  return readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select(['o.id', 'o.order_no'])
    .where('o.city_id', '=', ctx.cityId)
    .where('o.id', '>=', sql<string>`platform.first_id(${from_at})`)
    .where('o.id', '<', sql<string>`platform.first_id(${until_at})`)
    .where('o.accepted_by', '=', account_id)
    .orderBy('o.id')
    .limit(most)
    .execute();
}
