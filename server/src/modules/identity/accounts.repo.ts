import type { Narrowing } from '@minsheng/contract/words/accounts.ts';
import type { Role } from '@minsheng/contract/words/roles.ts';
import { type RawBuilder, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

/** 账号. */
export interface Account {
  id: string;
  login: string;
  name: string;
  password_hash: string;
  /** Who chose the password; an administrator's has to be changed at the first sign-in, nobody's is known to nobody. */
  password_from: 'admin' | 'person' | 'demo' | 'nobody';
  unit_code: string | null;
  roles: Role[];
  narrowed_to: Narrowing | null;
  is_outsourced: boolean;
  phone_enc: Buffer | null;
  phone_index: Buffer | null;
  locked_at: Date | null;
  closed_at: Date | null;
}

const columns = [
  'id',
  'login',
  'name',
  'password_hash',
  'password_from',
  'unit_code',
  'roles',
  'narrowed_to',
  'is_outsourced',
  'phone_enc',
  'phone_index',
  'locked_at',
  'closed_at',
] as const;

const table = (ctx: Context) =>
  tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.account')
    .select(columns)
    .where('city_id', '=', ctx.cityId);

export async function byLogin(ctx: Context, login: string): Promise<Account | null> {
  const row = await table(ctx).where('login', '=', login).executeTakeFirst();
  return (row as Account | undefined) ?? null;
}

export async function byId(ctx: Context, id: string): Promise<Account | null> {
  const row = await table(ctx).where('id', '=', id).executeTakeFirst();
  return (row as Account | undefined) ?? null;
}

export async function accountsByIds(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, Account>> {
  if (ids.length === 0) return new Map();
  const rows = await table(ctx)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row as Account]));
}

/** Against signing in twice at the same moment: both would write the next event of one account. */
export async function holdAccount(ctx: Context, id: string): Promise<void> {
  await table(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** What a colleague reads beside what somebody did; null where the account is not of this city. */
export async function accountName(ctx: Context, id: string): Promise<string | null> {
  return (await byId(ctx, id))?.name ?? null;
}

export async function byPhone(ctx: Context, phoneIndex: Buffer): Promise<Account | null> {
  const row = await table(ctx).where('phone_index', '=', phoneIndex).executeTakeFirst();
  return (row as Account | undefined) ?? null;
}

/** Against two administrators at once: one login, one number, one last administrator. */
export async function holdAccounts(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.account'), ${ctx.cityId})`.execute(
    ctx.tx,
  );
}

export async function hasAccounts(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from identity.account where city_id = ${ctx.cityId}) as is`.execute(
    ctx.tx,
  );
  return rows[0]?.is ?? false;
}

/** Somebody of this role who is neither locked nor closed. */
export const isLeft = (ctx: Context, role: 'admin' | 'security-admin'): Promise<boolean> =>
  isAnybody(ctx, role, sql`true`);

/** A security administrator whose password is nobody else's any more. */
export const isSeatedGuard = (ctx: Context): Promise<boolean> =>
  isAnybody(ctx, 'security-admin', sql`password_from <> 'admin'`);

async function isAnybody(ctx: Context, role: Role, also: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (
      select from identity.account
      where city_id = ${ctx.cityId} and ${role} = any (roles)
        and locked_at is null and closed_at is null and ${also}) as is`.execute(ctx.tx);
  return rows[0]?.is ?? false;
}

/** Who works at the front line of this unit and can be reached there, the longest known first. */
export async function frontLineOf(ctx: Context, unitCode: string): Promise<Account[]> {
  const rows = await table(ctx)
    .where('unit_code', '=', unitCode)
    .where(sql<boolean>`'village-worker' = any (roles)`)
    .where('phone_enc', 'is not', null)
    .where('locked_at', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows as Account[];
}

export type NewAccount = Omit<Account, 'locked_at' | 'closed_at'>;

/** The demo's: a password that stands in its file, and nothing besides the roles. */
export const ofTheDemo = {
  password_from: 'demo',
  narrowed_to: null,
  phone_enc: null,
  phone_index: null,
} as const;

export async function insertAccount(ctx: Context, account: NewAccount): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.account')
    .values({ ...account, city_id: ctx.cityId })
    .execute();
}

export async function updateAccount(
  ctx: Context,
  id: string,
  set: Updateable<DB['identity.account']>,
): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.account')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
