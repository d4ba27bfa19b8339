import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as identity from '../identity/index.ts';
import type { Order } from '../orders/index.ts';
import type { Unit } from '../organisation/index.ts';
import type { Assignment } from './assignment.ts';
import { ofOrder } from './assignments.repo.ts';
import { readersText } from './text.ts';

/** Whom a duty of this unit may be entrusted to: its own people and those of the units above it. */
export function peopleFor(ctx: Context, unitPath: string): Promise<identity.Worker[]> {
  return identity.workersIn(ctx, unitPath.split('/'));
}

interface Wished {
  ids: readonly string[];
  people: readonly identity.Worker[];
  unitName: string;
  role: Assignment['role'];
}

/**
 * 指定: all of them fit, somebody is left, and of the lead somebody who may sign the answer. Refuses
 * `dispatch.reader-unfit`, `dispatch.readers-nobody`, `dispatch.readers-nobody-signs`.
 */
export function chosenReaders({ ids, people, unitName, role }: Wished): string[] {
  const wished = [...new Set(ids)];
  refuseUnless(wished.length > 0, 'dispatch.readers-nobody');
  const known = new Map(people.map((person) => [person.id, person]));
  refuseUnless(
    wished.every((id) => known.has(id)),
    'dispatch.reader-unfit',
    { name: readersText.somebody, unit: unitName },
  );
  const signs = role !== 'lead' || wished.some((id) => known.get(id)?.maySignOff);
  refuseUnless(signs, 'dispatch.readers-nobody-signs');
  return wished;
}

interface Entrusting {
  order: Order;
  units: readonly { unit: Unit; role: Assignment['role'] }[];
  named: readonly string[];
}

/**
 * 交付: to whom each new duty is entrusted, by unit; nothing for an ordinary order. Who was named for the same unit before
 * stays named; where nobody is, the duty waits for its leader to name somebody.
 */
export async function entrusted(
  ctx: Context,
  { order, units, named }: Entrusting,
): Promise<Map<string, identity.Worker[]>> {
  const readers = new Map<string, identity.Worker[]>();
  if (order.secrecy < 3) {
    refuseUnless(named.length === 0, 'dispatch.not-for-readers');
    return readers;
  }
  const before = await ofOrder(ctx, order.id);
  for (const { unit, role } of units) {
    const people = await peopleFor(ctx, unit.path);
    const ids = named.filter((id) => people.some((person) => person.id === id));
    if (ids.length > 0) chosenReaders({ ids, people, unitName: unit.name, role });
    const earlier = before.findLast(({ unit_code }) => unit_code === unit.code)?.readers ?? [];
    const chosen = ids.length > 0 ? ids : earlier;
    readers.set(
      unit.code,
      people.filter(({ id }) => chosen.includes(id)),
    );
  }
  refuseStrangers(named, readers, units.map(({ unit }) => unit.name).join(readersText.and));
  return readers;
}

function refuseStrangers(
  named: readonly string[],
  readers: ReadonlyMap<string, readonly identity.Worker[]>,
  unit: string,
): void {
  const taken = new Set([...readers.values()].flat().map(({ id }) => id));
  refuseUnless(
    named.every((id) => taken.has(id)),
    'dispatch.reader-unfit',
    { name: readersText.somebody, unit },
  );
}
