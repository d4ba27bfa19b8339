import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 受理凭据 of a request whose number is told only once an agent accepted it. Kept for ever. */
export async function newToken(ctx: Context, orderId: string): Promise<string> {
  const token = ctx.newId();
  await tablesOf<'open311'>(ctx.tx)
    .insertInto('open311.token')
    .values({ city_id: ctx.cityId, token, order_id: orderId })
    .execute();
  return token;
}

/** The order a token stands for; null where nobody was given this token. */
export async function orderOfToken(ctx: Context, token: string): Promise<string | null> {
  const row = await tablesOf<'open311'>(ctx.tx)
    .selectFrom('open311.token')
    .select('order_id')
    .where('city_id', '=', ctx.cityId)
    .where('token', '=', token)
    .executeTakeFirst();
  return row?.order_id ?? null;
}

export async function tokenOfOrder(ctx: Context, orderId: string): Promise<string | null> {
  const row = await tablesOf<'open311'>(ctx.tx)
    .selectFrom('open311.token')
    .select('token')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return row?.token ?? null;
}
