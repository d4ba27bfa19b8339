import type { Narrowing } from '@minsheng/contract/words/accounts.ts';
import { type Role, scopes } from '@minsheng/contract/words/roles.ts';
import { confirmedRoles } from '@minsheng/contract/words/sign-in.ts';
import type { Account } from './accounts.repo.ts';
import { scopeOf } from './actor-of.ts';

/** 权限: what decides what an account may do and see. */
export interface AskedRights {
  readonly roles: readonly Role[];
  readonly narrowedTo: Narrowing | null;
  readonly outsourced: boolean;
  readonly unit: string;
}

type HeldRights = Omit<AskedRights, 'unit'> & { readonly unit: string | null };

export const rightsOf = (account: Account): HeldRights => ({
  roles: account.roles,
  narrowedTo: account.narrowed_to,
  outsourced: account.is_outsourced,
  unit: account.unit_code,
});

export const areSame = (before: HeldRights, after: HeldRights): boolean =>
  before.roles.toSorted().join() === after.roles.toSorted().join() &&
  before.narrowedTo === after.narrowedTo &&
  before.outsourced === after.outsourced &&
  before.unit === after.unit;

/** 授予: more than was held, in a role that may see people; what only takes away is none. */
export function isGrant(before: HeldRights, after: AskedRights): boolean {
  const guarded = after.roles.filter((role) => confirmedRoles.includes(role));
  if (guarded.length === 0) return false;
  return (
    guarded.some((role) => !before.roles.includes(role)) ||
    after.unit !== before.unit ||
    widthOf(after) > widthOf(before) ||
    (before.outsourced && !after.outsourced)
  );
}

const widthOf = ({ roles, outsourced, narrowedTo }: HeldRights): number =>
  -scopes.indexOf(scopeOf(roles, outsourced, narrowedTo));
