import type { Role } from '@minsheng/contract/words/roles.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { DirectoryPerson, DirectoryPort } from '../../ports/directory/index.ts';
import { unitsIfKnown } from '../organisation/index.ts';

export interface DirectoryRights {
  readonly roles: Role[];
  readonly outsourced: boolean;
  readonly unit: string;
}

/** A group is named as the directory names it, or by the first part of that name: 'cn=agents,ou=…' is 'agents'. */
const isOf = (group: string, said: string): boolean =>
  said === group || /^[^=,]+=((?:[^,\\]|\\.)*)/.exec(said)?.[1] === group;

/** What a person's groups let them do here; null when no group of theirs is meant for this system. */
export function groupRights(
  { groups, units }: Pick<DirectoryPort, 'groups' | 'units'>,
  person: Pick<DirectoryPerson, 'groups' | 'unit'>,
): (Omit<DirectoryRights, 'unit'> & { unit: string | null }) | null {
  const own = groups.filter(({ group }) => person.groups.some((said) => isOf(group, said)));
  if (own.length === 0) return null;
  const said = person.unit === null ? null : (units[person.unit] ?? person.unit);
  return {
    roles: [...new Set(own.flatMap(({ roles }) => roles))],
    outsourced: own.some(({ outsourced }) => outsourced),
    unit: own.find(({ unit }) => unit !== null)?.unit ?? said,
  };
}

/** Refuses `directory.no-rights`, `directory.no-unit`. */
export async function rightsOf(ctx: Context, person: DirectoryPerson): Promise<DirectoryRights> {
  const rights = groupRights(ctx.ports.directory, person);
  refuseUnless(rights, 'directory.no-rights');
  const [unit] = rights.unit === null ? [] : await unitsIfKnown(ctx, [rights.unit]);
  refuseUnless(unit, 'directory.no-unit');
  return { ...rights, unit: unit.code };
}
