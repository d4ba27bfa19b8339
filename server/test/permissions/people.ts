import type { Role } from '@minsheng/contract/words/roles.ts';
import { hashPassword, insertAccount, ofTheDemo } from '../../src/modules/identity/index.ts';
import { openSession } from '../../src/modules/identity/sessions.repo.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { Context, Runtime } from '../../src/platform/context.ts';
import { transact } from '../../src/platform/transact.ts';

/** Where each role sits: the centre, or one line of units from a county down to a village. */
export const units = {
  centre: '350600.zx',
  county: '350626',
  bureau: '350626.rsj',
  township: '350626100',
  village: '350626100001',
  police: '350600.jj110',
  /** 相邻单位: a city bureau that works in the same county. */
  neighbour: '350600.zjj',
  otherCounty: '350627.rsj',
} as const;

const unitOfRole: Readonly<Record<Role, string>> = {
  agent: units.centre,
  'shift-lead': units.centre,
  dispatcher: units.centre,
  reviewer: units.centre,
  'call-back-agent': units.centre,
  supervisor: units.centre,
  analyst: units.centre,
  director: units.centre,
  'media-editor': units.centre,
  'county-dispatcher': units.county,
  liaison: units.bureau,
  handler: units.bureau,
  'unit-leader': units.bureau,
  'township-operator': units.township,
  'village-worker': units.village,
  'police-operator': units.police,
  admin: units.centre,
  'security-admin': units.centre,
  auditor: units.centre,
  machine: units.centre,
};

/** Leads the neighbouring bureau, and answers no question of the table. */
export const neighbourLeader = 'neighbour-leader';

export interface TestPerson {
  readonly name: string;
  readonly unitCode: string;
  readonly accountId: string;
  readonly token: string;
}

export const testPassword = 'only for the test of permissions';

/** One account per role, and one of a contractor for each role a contractor may hold. */
export async function makePeople(runtime: Runtime): Promise<Map<string, TestPerson>> {
  const passwordHash = await hashPassword(testPassword);
  const people = Object.entries(unitOfRole).map(([role, unitCode]) => ({
    name: role,
    roles: [role as Role],
    unitCode,
    isOutsourced: false,
  }));
  const contractors = (['agent', 'call-back-agent'] as const).map((role) => ({
    name: `${role}-outsourced`,
    roles: [role],
    unitCode: units.centre,
    isOutsourced: true,
  }));
  return transact(runtime, systemActor, async (ctx) => {
    const made = new Map<string, TestPerson>();
    const beside = {
      name: neighbourLeader,
      roles: ['unit-leader' as const],
      unitCode: units.neighbour,
      isOutsourced: false,
    };
    for (const person of [...people, ...contractors, beside])
      made.set(person.name, await makePerson(ctx, person, passwordHash));
    return made;
  });
}

interface NewPerson {
  readonly name: string;
  readonly roles: Role[];
  readonly unitCode: string;
  readonly isOutsourced: boolean;
}

export async function makePerson(
  ctx: Context,
  { name, roles, unitCode, isOutsourced }: NewPerson,
  passwordHash: string,
): Promise<TestPerson> {
  const accountId = ctx.newId();
  await insertAccount(ctx, {
    id: accountId,
    login: `permissions-${name}`,
    name: `权限测试 ${name}`,
    password_hash: passwordHash,
    unit_code: unitCode,
    roles,
    is_outsourced: isOutsourced,
    ...ofTheDemo,
  });
  const token = await openSession(ctx, {
    kind: 'staff',
    accountId,
    orderId: null,
    assignmentId: null,
    unitCode: null,
    factorAt: null,
    expiresAt: new Date(ctx.now.getTime() + 12 * 3_600_000),
  });
  return { name, unitCode, accountId, token };
}
