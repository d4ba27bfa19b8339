import type { Role } from '@minsheng/contract/words/roles.ts';
import { hashPassword } from '../../src/modules/identity/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { Runtime } from '../../src/platform/context.ts';
import { transact } from '../../src/platform/transact.ts';
import { makePerson, type TestPerson, units } from '../permissions/people.ts';

/**
 * Each role of a unit: in the next county, and in another bureau of the same county. Nothing the fixtures are about is
 * theirs to see.
 */
const seats: readonly { readonly role: Role; readonly unitCode: string }[] = [
  { role: 'county-dispatcher', unitCode: '350627' },
  { role: 'township-operator', unitCode: '350627100' },
  { role: 'village-worker', unitCode: '350627100001' },
  ...(['liaison', 'handler', 'unit-leader'] as const).flatMap((role) =>
    [units.otherCounty, '350626.wlj'].map((unitCode) => ({ role, unitCode })),
  ),
];

export interface Stranger extends TestPerson {
  readonly role: Role;
}

export async function makeStrangers(runtime: Runtime): Promise<readonly Stranger[]> {
  const passwordHash = await hashPassword('only for the test of strangers');
  return transact(runtime, systemActor, async (ctx) => {
    const made: Stranger[] = [];
    for (const { role, unitCode } of seats) {
      const person = { name: `${role} ${unitCode}`, roles: [role], unitCode, isOutsourced: false };
      made.push({ role, ...(await makePerson(ctx, person, passwordHash)) });
    }
    return made;
  });
}
