import type { Role } from '@minsheng/contract/words/roles.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 账号. */
export interface Account {
  id: string;
  login: string;
  name: string;
  password_hash: string;
  unit_code: string | null;
  roles: Role[];
  is_outsourced: boolean;
  disabled_at: Date | null;
}

const columns = [
  'id',
  'login',
  'name',
  'password_hash',
  'unit_code',
  'roles',
  'is_outsourced',
  'disabled_at',
] as const;

const table = (ctx: Context) =>
  tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.account')
    .select(columns)
    .where('city_id', '=', ctx.cityId);

export async function byLogin(ctx: Context, login: string): Promise<Account | null> {
  return (
    ((await table(ctx).where('login', '=', login).executeTakeFirst()) as Account | undefined) ??
    null
  );
}

export async function byId(ctx: Context, id: string): Promise<Account | null> {
  return (
    ((await table(ctx).where('id', '=', id).executeTakeFirst()) as Account | undefined) ?? null
  );
}

export async function allAccounts(ctx: Context): Promise<Account[]> {
  return (await table(ctx).orderBy('login').limit(500).execute()) as Account[];
}

export async function insertAccount(
  ctx: Context,
  account: Omit<Account, 'disabled_at'>,
): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.account')
    .values({ ...account, city_id: ctx.cityId })
    .execute();
}

export async function setRoles(ctx: Context, id: string, roles: readonly Role[]): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.account')
    .set({ roles: [...roles] })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
