import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { blindIndex } from '../../platform/secrets.ts';

export type SecondFactor = Selectable<DB['identity.second_factor']>;

/** Held, so that one code given twice at once opens once. */
export async function holdFactor(ctx: Context, accountId: string): Promise<SecondFactor | null> {
  const row = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.second_factor')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Whose authenticator is bound, among these. */
export async function boundAmong(
  ctx: Context,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.second_factor')
    .select(['account_id', 'bound_at'])
    .where('city_id', '=', ctx.cityId)
    .where('account_id', 'in', [...accountIds])
    .execute();
  return new Map(
    rows.flatMap(({ account_id, bound_at }) => (bound_at ? [[account_id, bound_at] as const] : [])),
  );
}

/** Begun anew as often as one likes, until it is bound. */
export async function keepBegun(ctx: Context, accountId: string, secret: Buffer): Promise<void> {
  const begun = { secret_enc: secret, begun_at: ctx.now, bound_at: null, last_step: null };
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.second_factor')
    .values({ city_id: ctx.cityId, account_id: accountId, ...begun })
    .onConflict((found) => found.columns(['city_id', 'account_id']).doUpdateSet(begun))
    .execute();
}

export async function keepStep(
  ctx: Context,
  { account_id, bound_at }: SecondFactor,
  step: number,
): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.second_factor')
    .set({ last_step: step, bound_at: bound_at ?? ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', account_id)
    .execute();
}

export async function dropFactor(ctx: Context, accountId: string): Promise<void> {
  await dropCodes(ctx, accountId);
  await tablesOf<'identity'>(ctx.tx)
    .deleteFrom('identity.second_factor')
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .execute();
}

async function dropCodes(ctx: Context, accountId: string): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .deleteFrom('identity.recovery_code')
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .execute();
}

// Sixty random bits: a slow hash would protect nothing a keyed digest does not.
const hashOf = (ctx: Context, accountId: string, code: string): Buffer =>
  blindIndex(ctx.keys, 'recovery-code', `${accountId}:${code.toLowerCase()}`);

/** In place of those that were there. */
export async function keepCodes(
  ctx: Context,
  accountId: string,
  codes: readonly string[],
): Promise<void> {
  await dropCodes(ctx, accountId);
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.recovery_code')
    .values(
      codes.map((code) => ({
        city_id: ctx.cityId,
        account_id: accountId,
        code_hash: hashOf(ctx, accountId, code),
        used_at: null,
      })),
    )
    .execute();
}

/** Whether it was one that still opened; it does not any more. */
export async function useCode(ctx: Context, accountId: string, code: string): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.recovery_code')
    .set({ used_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOf(ctx, accountId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function codesLeft(ctx: Context, accountId: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left
    from identity.recovery_code
    where city_id = ${ctx.cityId} and account_id = ${accountId} and used_at is null`.execute(
    ctx.tx,
  );
  return rows[0]?.left ?? 0;
}
