import { type ApiScope, apiScopes } from '@minsheng/contract/words/api-scopes.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context, Runtime } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface ApiKey {
  id: string;
  account_id: string;
  name: string;
  ending: string;
  made_at: Date;
  ended_at: Date | null;
  scopes: ApiScope[];
  per_minute: number;
  per_day: number;
  expires_at: Date | null;
}

const columns = [
  'id',
  'account_id',
  'name',
  'ending',
  'made_at',
  'ended_at',
  'scopes',
  'per_minute',
  'per_day',
  'expires_at',
] as const;

const scopesRead = z.array(z.enum(apiScopes));

export async function keysOf(ctx: Context, accountId: string): Promise<ApiKey[]> {
  const rows = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.api_key')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, scopes: scopesRead.parse(row.scopes) }));
}

/** A key in force, and of whom; one round trip, since every call of a program asks it. */
export interface HeldKey {
  id: string;
  account_id: string;
  scopes: ApiScope[];
  per_minute: number;
  per_day: number;
  is_outsourced: boolean;
  unit_code: string | null;
  path: string | null;
  area: string | null;
}

export async function heldKey(
  { db, city, clock }: Runtime,
  by: { readonly digest: Buffer | null; readonly keyId: string | null },
): Promise<HeldKey | null> {
  const { rows } = await sql<HeldKey>`/* kept */
    select k.id, k.account_id, k.scopes, k.per_minute, k.per_day, a.is_outsourced, a.unit_code, u.path, u.area
    from identity.api_key as k
    join identity.account as a
      on a.city_id = k.city_id and a.id = k.account_id
        and a.locked_at is null and a.closed_at is null and a.roles = '{machine}'
    left join organisation.unit as u
      on u.city_id = a.city_id and u.code = a.unit_code
    where k.city_id = ${city.cityId}
      and ${by.digest === null ? sql`k.id = ${by.keyId}` : sql`k.key_hash = ${by.digest}`}
      and k.ended_at is null and (k.expires_at is null or k.expires_at > ${clock.now()})`.execute(
    db.kysely,
  );
  return rows[0] ?? null;
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
