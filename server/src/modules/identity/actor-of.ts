import { isNarrower, type Narrowing, widestScope } from '@minsheng/contract/words/accounts.ts';
import { type ApiScope, apiScopeWords } from '@minsheng/contract/words/api-scopes.ts';
import {
  neverOutsourced,
  type Permission,
  type Role,
  roleWords,
  type Scope,
} from '@minsheng/contract/words/roles.ts';
import type { FactorDue } from '@minsheng/contract/words/sign-in.ts';
import type { Actor } from '../../platform/actor.ts';

export interface ActorFacts {
  accountId: string;
  roles: readonly Role[];
  narrowedTo: Narrowing | null;
  outsourced: boolean;
  /** Signed in with a password that was handed out: nothing is open but choosing another. */
  passwordIsDue: boolean;
  /** Signed in with a password alone, where more is asked for. */
  factorIsDue: FactorDue | null;
  sessionId: string | null;
  unitCode: string | null;
  unitPath: string | null;
  areaCode: string | null;
}

/** 66号文(三): of an outsourced account only roles that may be outsourced count. */
const counted = (roles: readonly Role[], outsourced: boolean): readonly Role[] =>
  outsourced ? roles.filter((role) => roleWords[role].outsourcedAllowed) : roles;

/** The widest scope of the roles that count, or what it was narrowed to. */
export function scopeOf(
  roles: readonly Role[],
  outsourced: boolean,
  narrowedTo: Narrowing | null,
): Scope {
  const widest = widestScope(counted(roles, outsourced));
  return narrowedTo && isNarrower(narrowedTo, widest) ? narrowedTo : widest;
}

/**
 * What the roles allow. An outsourced account keeps only what roles that may be outsourced allow, whatever else was
 * granted by mistake (66号文(三): 主体业务不得外包).
 */
export function permissionsOf(roles: readonly Role[], outsourced: boolean): Permission[] {
  const held = counted(roles, outsourced).flatMap((role) => roleWords[role].permissions);
  const all: Permission[] = [...new Set(held)];
  const barred: readonly Permission[] = neverOutsourced;
  return outsourced ? all.filter((permission) => !barred.includes(permission)) : all;
}

export function staffActor({ narrowedTo, ...facts }: ActorFacts): Actor {
  const roles = facts.passwordIsDue || facts.factorIsDue ? [] : facts.roles;
  const permissions = new Set(permissionsOf(roles, facts.outsourced));
  return {
    kind: 'staff',
    ...facts,
    roles,
    scope: scopeOf(roles, facts.outsourced, narrowedTo),
    orderId: null,
    from: null,
    has: (permission) => permissions.has(permission),
  };
}

/** A one-time link opens one duty: its holder may work on it and read nothing else. */
export function linkActor(duty: {
  orderId: string;
  unitCode: string;
  unitPath: string | null;
}): Actor {
  return {
    kind: 'link',
    accountId: null,
    unitCode: duty.unitCode,
    unitPath: duty.unitPath,
    areaCode: null,
    roles: [],
    outsourced: false,
    passwordIsDue: false,
    factorIsDue: null,
    sessionId: null,
    scope: 'unit',
    orderId: duty.orderId,
    from: null,
    has: (permission) => permission === 'handling.work',
  };
}

interface MachineFacts {
  readonly accountId: string;
  readonly scopes: readonly ApiScope[];
  readonly outsourced: boolean;
  readonly unitCode: string | null;
  readonly unitPath: string | null;
  readonly areaCode: string | null;
}

/**
 * 接口账号: what the scopes of its key allow and no more, for its unit and those below it. A third party's program holds
 * nothing that persons of a third party may not (66号文(三)).
 */
export function machineActor({ scopes, ...facts }: MachineFacts): Actor {
  const barred: readonly string[] = facts.outsourced ? neverOutsourced : [];
  const permissions = new Set(
    scopes
      .flatMap((scope) => apiScopeWords[scope].permissions)
      .filter((permission) => !barred.includes(permission)),
  );
  return {
    kind: 'machine',
    ...facts,
    roles: ['machine'],
    passwordIsDue: false,
    factorIsDue: null,
    sessionId: null,
    scope: scopes.some((scope) => apiScopeWords[scope].ofUnit) ? 'unit' : 'none',
    orderId: null,
    from: null,
    has: (permission) => permissions.has(permission),
  };
}
