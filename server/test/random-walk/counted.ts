import { type Desk, desks, deskWords } from '@minsheng/contract/words/desks.ts';
import { expect } from 'vitest';
import { counters } from '../../src/modules/desk/counters.ts';
import { deskAssignments } from '../../src/modules/desk/desk-assignments.ts';
import { deskOrders } from '../../src/modules/desk/desk-orders.ts';
import { dutiesToName } from '../../src/modules/desk/duties-to-name.ts';
import type { Doer } from '../../src/platform/testing/in-city.ts';
import '../../src/modules/desk/index.ts';
import type { Walk } from './walk.ts';

/** 计数等于清单: what the counters say is what the lists hold, for the centre and for every unit of the order. */
export async function countersEqualLists(walk: Walk): Promise<void> {
  await equalFor(walk.centre('shift-lead'));
  const { duties } = await walk.standing();
  const seen = new Set<string>();
  for (const duty of duties) {
    if (seen.has(duty.unit_code)) continue;
    seen.add(duty.unit_code);
    await equalFor(walk.holder(duty, 'unit-leader'));
  }
}

async function equalFor(person: Doer): Promise<void> {
  const { rows } = await person.do(counters, undefined);
  const counted = Object.fromEntries(rows.map(({ desk, count }) => [desk, count]));
  const own = desks.filter((desk) => desk in counted && desk !== 'follow-up');
  const listed = await Promise.all(own.map(async (desk) => [desk, await lengthOf(person, desk)]));
  expect(Object.fromEntries(own.map((desk) => [desk, counted[desk]]))).toEqual(
    Object.fromEntries(listed),
  );
}

async function lengthOf(person: Doer, desk: Desk): Promise<number> {
  switch (deskWords[desk].of) {
    case 'orders':
      return (await person.do(deskOrders, { desk })).rows.length;
    case 'assignments':
      return (await person.do(deskAssignments, { desk })).rows.length;
    default:
      return (await person.do(dutiesToName, {})).rows.length;
  }
}
