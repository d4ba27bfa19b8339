import type { Permission } from '@minsheng/contract/words/permissions.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Assignment } from '../dispatch/index.ts';

/** 以承办单位的名义: what its own system says is done by it, as far as it is permitted here. */
export const inNameOf = (
  { unit_code, unit_path }: Pick<Assignment, 'unit_code' | 'unit_path'>,
  permitted: readonly Permission[],
): Actor => ({
  kind: 'machine',
  accountId: null,
  unitCode: unit_code,
  unitPath: unit_path,
  areaCode: null,
  roles: [],
  outsourced: false,
  passwordIsDue: false,
  factorIsDue: null,
  sessionId: null,
  scope: 'unit',
  orderId: null,
  from: null,
  has: (permission) => permitted.includes(permission),
});
