import type { identity } from '@minsheng/contract';
import type { AccountState } from '@minsheng/contract/words/accounts.ts';
import type { FactorDue } from '@minsheng/contract/words/sign-in.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { maskedPhone } from '../../platform/phone.ts';
import { decrypt } from '../../platform/secrets.ts';
import { type Unit, unitsIfKnown } from '../organisation/index.ts';
import { accountNames } from './account-names.ts';
import type { Account } from './accounts.repo.ts';
import { permissionsOf, scopeOf } from './actor-of.ts';
import { openAsks, type RightsAsk } from './rights-asks.repo.ts';
import { boundAmong } from './second-factor.repo.ts';

type View = z.output<typeof identity.account>;
type Row = z.output<typeof identity.accountRow>;

/** An account as its own person sees it. */
export async function accountView(
  ctx: Context,
  account: Account,
  factorIsDue: FactorDue | null,
): Promise<View> {
  const [unit] = await unitsIfKnown(ctx, account.unit_code ? [account.unit_code] : []);
  const passwordIsDue = account.password_from === 'admin';
  return {
    ...factsOf(account, unit),
    permissions:
      passwordIsDue || factorIsDue ? [] : permissionsOf(account.roles, account.is_outsourced),
    passwordIsDue,
    factorIsDue,
  };
}

/** As the administrator sees them; units, authenticators and asks looked for once. */
export async function accountRows(ctx: Context, accounts: readonly Account[]): Promise<Row[]> {
  const ids = accounts.map(({ id }) => id);
  const bound = await boundAmong(ctx, ids);
  const asks = await openAsks(ctx, ids);
  const codes = [
    ...accounts.flatMap(({ unit_code }) => unit_code ?? []),
    ...[...asks.values()].map(({ unit_code }) => unit_code),
  ];
  const units = new Map(
    (await unitsIfKnown(ctx, [...new Set(codes)])).map((unit) => [unit.code, unit]),
  );
  const askers = await accountNames(
    ctx,
    [...asks.values()].map(({ asked_by }) => asked_by),
  );
  return accounts.map((account) => ({
    ...factsOf(account, units.get(account.unit_code ?? '')),
    state: stateOf(account),
    narrowedTo: account.narrowed_to,
    maskedPhone: account.phone_enc ? maskedPhone(decrypt(ctx.keys, account.phone_enc)) : null,
    hasFirstPassword: account.password_from === 'admin',
    hasFactor: bound.has(account.id),
    asked: askedView(asks.get(account.id), { units, askers }),
  }));
}

interface Known {
  readonly units: ReadonlyMap<string, Unit>;
  readonly askers: ReadonlyMap<string, string>;
}

function askedView(ask: RightsAsk | undefined, { units, askers }: Known): Row['asked'] {
  if (!ask) return null;
  return {
    askId: ask.id,
    roles: ask.roles,
    narrowedTo: ask.narrowed_to,
    outsourced: ask.is_outsourced,
    unitName: units.get(ask.unit_code)?.name ?? ask.unit_code,
    by: askers.get(ask.asked_by) ?? '',
    at: ask.asked_at.toISOString(),
  };
}

function stateOf({ locked_at, closed_at }: Account): AccountState {
  if (closed_at) return 'closed';
  return locked_at ? 'locked' : 'open';
}

function factsOf(account: Account, unit: Unit | undefined) {
  return {
    id: account.id,
    login: account.login,
    name: account.name,
    roles: account.roles,
    scope: scopeOf(account.roles, account.is_outsourced, account.narrowed_to),
    outsourced: account.is_outsourced,
    unit: unit ? { code: unit.code, name: unit.name, kind: unit.kind } : null,
  };
}
