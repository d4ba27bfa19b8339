import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface ApiKey {
  id: string;
  account_id: string;
  name: string;
  ending: string;
  made_at: Date;
  ended_at: Date | null;
}

const columns = ['id', 'account_id', 'name', 'ending', 'made_at', 'ended_at'] as const;

const table = (ctx: Context) =>
  tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.api_key')
    .select(columns)
    .where('city_id', '=', ctx.cityId);

export async function keysOf(ctx: Context, accountId: string): Promise<ApiKey[]> {
  return table(ctx).where('account_id', '=', accountId).orderBy('id', 'desc').execute();
}

/** The key in force with this digest. */
export async function byDigest(ctx: Context, digest: Buffer): Promise<ApiKey | null> {
  const row = await table(ctx)
    .where('key_hash', '=', digest)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertKey(
  ctx: Context,
  key: Omit<ApiKey, 'made_at' | 'ended_at'> & { key_hash: Buffer },
): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.api_key')
    .values({ ...key, city_id: ctx.cityId, made_at: ctx.now, made_by: ctx.actor.accountId })
    .execute();
}

/** Answers whether there was one in force. */
export async function endKey(
  ctx: Context,
  { accountId, keyId }: { accountId: string; keyId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.api_key')
    .set({ ended_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', keyId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
