import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recall } from '../../src/modules/dispatch/recall.ts';
import { sign } from '../../src/modules/handling/index.ts';
import { endApiKey } from '../../src/modules/identity/api-keys.ts';
import { machineActor, makeApiKey } from '../../src/modules/identity/index.ts';
import { numberOrDrop, readChanges } from '../../src/modules/open-api/index.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { contextIn } from '../../src/platform/context.ts';
import { flush } from '../../src/platform/flush.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { transact } from '../../src/platform/transact.ts';
import { inCity, testServer } from '../kit.ts';
import { unitKey } from '../machine-key.ts';
import { anOrderFor } from './an-order-for.ts';

const machineOf = (unitCode: string): Actor =>
  machineActor({
    accountId: randomUUID(),
    scopes: ['changes:read', 'orders:work'],
    outsourced: false,
    unitCode,
    unitPath: `350600/${unitCode}`,
    areaCode: null,
  });
const lamps = machineOf('350600.zjj');
const others = machineOf('350600.gaj');

test(
  'a unit is told of its orders alone, in order, each once, and of the duty that is taken from it',
  inCity(async ({ as, anOrder }) => {
    const { next: begin } = await as(lamps).do(readChanges, { after: 'now' });
    const { orderId, assignmentId } = await anOrder.inProgress();
    const key = { orderId, assignmentId };
    await as(lamps).do(sign, key);
    const first = await as(lamps).do(readChanges, { after: begin });
    expect(first.rows.map(({ kind }) => kind).toSorted()).toEqual([
      'dispatch.assigned',
      'dispatch.sent',
      'handling.signed',
    ]);
    expect(first.rows.at(-1)).toMatchObject({ kind: 'handling.signed', isOwn: true, ...key });
    expect((await as(others).do(readChanges, { after: begin })).rows).toEqual([]);
    await anOrder.inProgress({ lead: '350600.gaj', linkage: ['350600.zjj'] });
    const both = await as(lamps).do(readChanges, { after: first.next });
    const assigned = both.rows.filter(({ kind }) => kind === 'dispatch.assigned');
    expect(assigned.map(({ unitCode, isOwn }) => [unitCode, isOwn]).toSorted()).toEqual([
      ['350600.gaj', false],
      ['350600.zjj', true],
    ]);
    await as('dispatcher').do(recall, { orderId: key.orderId, reason: '派错了单位,重新派单' });
    const then = await as(lamps).do(readChanges, { after: both.next });
    expect(then.rows.map(({ kind }) => kind)).toContain('dispatch.duty-revoked');
    expect(then.isMore).toBe(false);
    expect((await as(lamps).do(readChanges, { after: then.next })).rows).toEqual([]);
  }),
);

test(
  'a secret order is told to nobody by key, and a cursor of last month is refused',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    await anOrder.inProgress({ secrecy: 3 });
    const { rows, next } = await as(lamps).do(readChanges, {});
    expect(rows).toEqual([]);
    await travelTo(new Date(clock.now().getTime() + 30 * 86_400_000));
    await expect(as(lamps).do(readChanges, { after: next })).rejects.toMatchObject({
      code: 'open-api.cursor-old',
    });
  }),
);

test(
  'without a cursor the feed begins where its second page is not refused for its age',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    await anOrder.inProgress();
    await as(lamps).do(readChanges, { after: 'now' });
    await travelTo(new Date(clock.now().getTime() + 29.5 * 86_400_000));
    const { rows: old, next } = await as(lamps).do(readChanges, {});
    expect(old).toEqual([]);
    await anOrder.inProgress();
    const { rows } = await as(lamps).do(readChanges, {});
    expect(rows.length).toBeGreaterThan(0);
    expect((await as(lamps).do(readChanges, { after: next })).rows).toEqual(rows);
  }),
);

test(
  'who goes on with a new key after the old one was ended has missed nothing meanwhile',
  inCity(async ({ as, anAccount, anOrder, system }) => {
    const told = async () => {
      await system.do(numberOrDrop, null);
      return (await as(lamps).do(readChanges, { after: next })).rows;
    };
    const { next } = await as(lamps).do(readChanges, { after: 'now' });
    await anOrder.inProgress();
    expect(await told()).toEqual([]);
    const seat = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
    const { id: accountId } = await anAccount('machine', seat);
    const key = { name: '示例', scopes: ['changes:read' as const], perMinute: 9, perDay: 9 };
    const { keyId } = await as('admin').do(makeApiKey, { accountId, ...key, lastOn: null });
    await as('admin').do(endApiKey, { accountId, keyId });
    await anOrder.inProgress();
    expect((await told()).length).toBeGreaterThan(0);
  }),
);

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  // As long as nobody follows, nothing is kept.
  await unitKey(server, { unit: '350600.zjj', scopes: ['changes:read'] });
});
afterAll(() => server.stop());

test('what commits late is told after what committed before, and not skipped', async () => {
  const [slow, quick] = [
    await anOrderFor(server, '350600.zjj'),
    await anOrderFor(server, '350600.zjj'),
  ];
  const read = (after: string) =>
    transact(server.runtime, lamps, (ctx) => readChanges(ctx, { after }));
  const { next } = await read('now');
  const gate = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const late = server.runtime.db.transaction(async (tx) => {
    const ctx = contextIn(tx, server.runtime, lamps, server.clock.now());
    await sign(ctx, slow);
    await flush(ctx);
    written.resolve();
    await gate.promise;
  });
  await written.promise;
  await transact(server.runtime, lamps, (ctx) => sign(ctx, quick));
  const before = await read(next);
  expect(before.rows).toMatchObject([{ orderId: quick.orderId, kind: 'handling.signed' }]);
  gate.resolve();
  await late;
  expect((await read(before.next)).rows).toMatchObject([
    { orderId: slow.orderId, kind: 'handling.signed' },
  ]);
});
