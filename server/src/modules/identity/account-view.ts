import type { identity } from '@minsheng/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { type Unit, unitsIfKnown } from '../organisation/index.ts';
import type { Account } from './accounts.repo.ts';
import { permissionsOf, scopeOf } from './actor-of.ts';

type View = z.output<typeof identity.account>;

/** An account as the pages see it. */
export async function accountView(ctx: Context, account: Account): Promise<View> {
  const [unit] = await unitsIfKnown(ctx, account.unit_code ? [account.unit_code] : []);
  return viewOf(account, unit);
}

/** Many of them, their units asked for once. */
export async function accountViews(ctx: Context, accounts: readonly Account[]): Promise<View[]> {
  const codes = [...new Set(accounts.flatMap(({ unit_code }) => unit_code ?? []))];
  const units = new Map((await unitsIfKnown(ctx, codes)).map((unit) => [unit.code, unit]));
  return accounts.map((account) => viewOf(account, units.get(account.unit_code ?? '')));
}

function viewOf(account: Account, unit: Unit | undefined): View {
  return {
    id: account.id,
    login: account.login,
    name: account.name,
    roles: account.roles,
    permissions: permissionsOf(account.roles, account.is_outsourced),
    scope: scopeOf(account.roles, account.is_outsourced),
    outsourced: account.is_outsourced,
    unit: unit ? { code: unit.code, name: unit.name, kind: unit.kind } : null,
  };
}
