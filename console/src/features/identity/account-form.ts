import {
  isNarrower,
  type Narrowing,
  narrowings,
  type Role,
  roles,
  roleWords,
  widestScope,
} from '@minsheng/contract';
import type { Account } from './accounts.queries.ts';

export interface AccountForm {
  login: string;
  name: string;
  unit: string | null;
  outsourced: boolean;
  roles: Role[];
  /** 'roles': as wide as the roles. */
  scope: Narrowing | 'roles';
  phone: string;
  clearsPhone: boolean;
}

export const emptyForm: AccountForm = {
  login: '',
  name: '',
  unit: null,
  outsourced: false,
  roles: [],
  scope: 'roles',
  phone: '',
  clearsPhone: false,
};

export const formOf = (account: Account): AccountForm => ({
  login: account.login,
  name: account.name,
  unit: account.unit?.code ?? null,
  outsourced: account.outsourced,
  roles: account.roles,
  scope: account.narrowedTo ?? 'roles',
  phone: '',
  clearsPhone: false,
});

/** 66号文(三): what an outsourced account may never hold is not offered. */
export const offeredRoles = (outsourced: boolean): Role[] =>
  roles.filter((role) => !outsourced || roleWords[role].outsourcedAllowed);

/** Only what is narrower than the roles. */
export const offeredNarrowings = (held: readonly Role[]): Narrowing[] =>
  narrowings.filter((scope) => isNarrower(scope, widestScope(held)));

/** What no longer goes with the roles is dropped as soon as they change, in sight of whoever fills the form in. */
export function fitting(form: Pick<AccountForm, 'outsourced' | 'roles' | 'scope'>) {
  const held = form.roles.filter((role) => offeredRoles(form.outsourced).includes(role));
  const isOffered = form.scope !== 'roles' && offeredNarrowings(held).includes(form.scope);
  return { roles: held, scope: isOffered ? form.scope : ('roles' as const) };
}

/** What the server is told besides the login. */
export function rightsOf({ name, unit, outsourced, roles, scope }: AccountForm) {
  return {
    name: name.trim(),
    unit: unit ?? '',
    roles,
    narrowedTo: scope === 'roles' ? null : scope,
    outsourced,
  };
}
