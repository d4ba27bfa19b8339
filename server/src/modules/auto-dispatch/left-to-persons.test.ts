import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  aloneInCity,
  anOrdinary,
  heldOf,
  lamps,
  statusOf,
  switchOn,
  trusted,
} from '../../../test/auto-dispatch-kit.ts';
import { claim } from '../../../test/use-cases.ts';
import { setMatter } from './change-settings.ts';
import { isControl } from './control-share.ts';

test.each([
  ['report', { type: 'JB', secrecy: 0 }],
  ['secret', { secrecy: 1 }],
  ['secret', { secrecy: 2, anonymous: true }],
  ['secret', { secrecy: 3 }],
  ['minor', { requester: { kind: 'person', isSelf: true, tags: ['minor'] } }],
  ['minor', { content: '孩子上学的路上路灯坏了三天。' }],
  ['urgent', { urgency: 'U2' }],
  ['lowered', { data: { computedUrgency: 'U2', doubted: [] } }],
  ['lowered', { data: { computedUrgency: 'U3', doubted: ['wire-any'] } }],
] as const)('%s is left to a person: %j', (why, differences) =>
  aloneInCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    const order = await anOrdinary(kit, differences as Parameters<typeof anOrdinary>[1]);
    await kit.drain();
    expect(await heldOf(kit, order.id)).toEqual([why]);
    expect(await statusOf(kit, order.id)).toBe('to-dispatch');
  })(),
);

test(
  'an order without a place, a repeat, and one somebody has taken are left to a person',
  aloneInCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    const first = await anOrdinary(kit);
    const repeat = await anOrdinary(kit, { repeatOf: first.id });
    const nowhere = await anOrdinary(kit, { areaCode: '350600' });
    const taken = await anOrdinary(kit);
    await kit.as('dispatcher').do(claim, { orderId: taken.id });
    await kit.drain();
    expect(await heldOf(kit, repeat.id)).toEqual(['repeat']);
    expect(await heldOf(kit, nowhere.id)).toContain('no-place');
    expect(await heldOf(kit, taken.id)).toEqual(['claimed']);
  }),
);

test(
  'the grassroots guard is never passed with a reason of the machine’s',
  aloneInCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    await sql`
      update dispatch.catalogue_row set assists = '{350602001}'
      where city_id = ${kit.ctx.cityId} and matter = ${lamps}`.execute(kit.ctx.tx);
    await sql`
      update organisation.city set version = version + 1
      where city_id = ${kit.ctx.cityId}`.execute(kit.ctx.tx);
    const order = await anOrdinary(kit);
    await kit.drain();
    expect(await heldOf(kit, order.id)).toEqual(['guard']);
  }),
);

test(
  'one of twenty is left to a person to compare',
  aloneInCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    let order = await kit.anOrder.toDispatch();
    while (!isControl(order.id)) order = await kit.anOrder.toDispatch();
    await kit.drain();
    expect(await heldOf(kit, order.id)).toEqual(['control']);
  }),
);

test(
  'a stopped matter waits while others go',
  aloneInCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    const stop = { matter: lamps, isOff: true, barPermille: null, reason: '正在改目录' };
    await kit.as('shift-lead').do(setMatter, stop);
    const order = await anOrdinary(kit);
    await kit.drain();
    expect(await heldOf(kit, order.id)).toEqual(['matter-off']);
  }),
);
