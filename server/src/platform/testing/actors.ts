import { type Role, roleWords } from '@minsheng/contract/words/roles.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../ids.ts';

/** Somebody of the hotline centre with this role, or of wherever `differences` says. */
export function actorAs(role: Role, at: Date, differences: Partial<Actor> = {}): Actor {
  const words = roleWords[role];
  return {
    kind: 'staff',
    accountId: newId(at),
    unitCode: '350600.zx',
    unitPath: '350600/350600.zx',
    areaCode: '350600',
    roles: [role],
    outsourced: false,
    passwordIsDue: false,
    factorIsDue: null,
    sessionId: null,
    scope: words.scope,
    orderId: null,
    from: null,
    has: (permission) => words.permissions.includes(permission),
    ...differences,
  };
}
