import { type Role, roleWords, type Scope, scopes } from './roles.ts';

/** Where an account stands: a locked one may be opened again, a closed one stays closed. */
export const accountStates = ['open', 'locked', 'closed'] as const;
export type AccountState = (typeof accountStates)[number];

export const accountStateLabel: Record<AccountState, string> = {
  open: '正常',
  locked: '已锁定',
  closed: '已注销',
};

/** 收窄数据范围: one account of a county may see less than its role would. Never more. */
export const narrowings = ['county', 'unit'] as const satisfies readonly Scope[];
export type Narrowing = (typeof narrowings)[number];

/** The widest scope of the roles: all, then county, then unit. */
export function widestScope(roles: readonly Role[]): Scope {
  const held = new Set(roles.map((role) => roleWords[role].scope));
  return scopes.find((scope) => held.has(scope)) ?? 'none';
}

export const isNarrower = (scope: Scope, than: Scope): boolean =>
  scopes.indexOf(scope) > scopes.indexOf(than);

export const leastPasswordLetters = 10;

/** 密码要求: long, letters and digits, not the login. A person who knows these three finds one in a minute. */
export function isStrongPassword(password: string, login: string): boolean {
  return (
    password.length >= leastPasswordLetters &&
    /\p{L}/u.test(password) &&
    /\d/.test(password) &&
    !password.toLowerCase().includes(login.toLowerCase())
  );
}
