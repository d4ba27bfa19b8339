import { isNarrower, type Narrowing, widestScope } from '@minsheng/contract/words/accounts.ts';
import { type Role, roleWords, scopeLabel } from '@minsheng/contract/words/roles.ts';
import { areApart } from '@minsheng/contract/words/sign-in.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Unit } from '../organisation/index.ts';
import { scopeOf } from './actor-of.ts';

export interface Rights {
  readonly roles: readonly Role[];
  readonly narrowedTo: Narrowing | null;
  readonly outsourced: boolean;
  readonly unit: Pick<Unit, 'name' | 'area'>;
}

/** Do these rights go together? */
export const mayHold = (rights: Rights): Decision =>
  all(
    ...rights.roles.map((role) => mayBe(role, rights)),
    standsApart(rights),
    narrows(rights),
    hasItsCounty(rights),
  );

/** 66号文(三): an outsourced account never holds handling, review, arbitration or closing rights. */
const mayBe = (role: Role, { outsourced }: Rights): Decision =>
  allowIf(!outsourced || roleWords[role].outsourcedAllowed, 'identity.outsourced', {
    role: roleWords[role].label,
  });

/** 三员分立 (decision 0021). */
const standsApart = ({ roles }: Rights): Decision => allowIf(areApart(roles), 'identity.not-apart');

/** 数据范围: what the roles give may be made less for one person, never more. */
function narrows({ roles, narrowedTo }: Rights): Decision {
  const widest = widestScope(roles);
  const scope = scopeLabel[widest];
  return allowIf(narrowedTo === null || isNarrower(narrowedTo, widest), 'identity.scope-wider', {
    scope,
  });
}

/** 本县区 says nothing of a unit that lies in no county. */
const hasItsCounty = ({ roles, outsourced, narrowedTo, unit }: Rights): Decision =>
  allowIf(
    scopeOf(roles, outsourced, narrowedTo) !== 'county' || unit.area.slice(4, 6) !== '00',
    'identity.no-county',
    { unit: unit.name },
  );
