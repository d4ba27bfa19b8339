import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inCity, testServer } from '../../../test/kit.ts';
import { unitKey } from '../../../test/machine-key.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { insertAccount, ofTheDemo } from './accounts.repo.ts';
import { machineActor } from './actor-of.ts';
import { admitKey } from './admit-key.ts';
import { endApiKey, listApiKeys, makeApiKey } from './api-keys.ts';
import { foldAll } from './key-use.ts';
import { listApiUse } from './list-api-use.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

const unit = '350600.zjj';
const rights = { name: '示例程序', perMinute: 60, perDay: 1000, lastOn: null } as const;

async function aMachine(ctx: Context, unitCode: string | null): Promise<string> {
  const id = randomUUID();
  await insertAccount(ctx, {
    ...ofTheDemo,
    id,
    login: `machine-${id.slice(-8)}`,
    name: '示例接口',
    password_hash: 'none',
    unit_code: unitCode,
    roles: ['machine'],
    is_outsourced: false,
  });
  return id;
}

test(
  'a key of a unit needs one, and a day that is still to come',
  inCity(async ({ ctx, as }) => {
    const admin = as('admin');
    const alone = await aMachine(ctx, null);
    await expect(
      admin.do(makeApiKey, { ...rights, accountId: alone, scopes: ['orders:read'] }),
    ).rejects.toMatchObject({ code: 'identity.key-no-unit' });
    const accountId = await aMachine(ctx, unit);
    await expect(
      admin.do(makeApiKey, {
        ...rights,
        accountId,
        scopes: ['orders:read'],
        lastOn: '2020-01-01',
      }),
    ).rejects.toMatchObject({ code: 'identity.key-past' });
    await admin.do(makeApiKey, { ...rights, accountId, scopes: ['orders:read'] });
    const { rows } = await admin.do(listApiKeys, { accountId });
    expect(rows).toMatchObject([{ scopes: ['orders:read'], perDay: 1000, uses: [] }]);
  }),
);

test('a key opens what its scopes say, for its unit, and what was ended opens nothing', async () => {
  const key = await unitKey(server, { unit, scopes: ['orders:read'] });
  const actor = await admitKey(server.runtime, { key, scope: 'orders:read' });
  expect(actor).toMatchObject({ kind: 'machine', scope: 'unit', unitCode: unit });
  expect([actor.has('orders.read'), actor.has('handling.work')]).toEqual([true, false]);
  await expect(admitKey(server.runtime, { key, scope: 'orders:work' })).rejects.toMatchObject({
    code: 'identity.key-scope',
  });
  await expect(admitKey(server.runtime, { key: null, scope: 'orders:read' })).rejects.toMatchObject(
    { code: 'identity.key-needed' },
  );
  const accountId = actor.accountId ?? '';
  await transact(server.runtime, systemActor, async (ctx) => {
    const { rows } = await listApiKeys(ctx, { accountId });
    await endApiKey(ctx, { accountId, keyId: rows[0]?.keyId ?? '' });
  });
  await expect(admitKey(server.runtime, { key, scope: 'orders:read' })).rejects.toMatchObject({
    code: 'identity.key-wrong',
  });
});

test('beyond a quota it is told when to come again, and the day is counted', async () => {
  const key = await unitKey(server, { unit, scopes: ['orders:read'], perDay: 2 });
  const ask = () => admitKey(server.runtime, { key, scope: 'orders:read' });
  const actor = await ask();
  await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'identity.key-quota', facts: { limit: 2 } });
  await foldAll(server.runtime);
  const { rows } = await transact(server.runtime, systemActor, (ctx) =>
    listApiKeys(ctx, { accountId: actor.accountId ?? '' }),
  );
  expect(rows[0]?.uses).toMatchObject([{ calls: 3, refused: 1 }]);
  const hasty = await unitKey(server, { unit, scopes: ['orders:read'], perMinute: 1 });
  const all = await Promise.allSettled(
    [1, 2, 3, 4].map(() => admitKey(server.runtime, { key: hasty, scope: 'orders:read' })),
  );
  expect(all).toContainEqual(
    expect.objectContaining({ reason: expect.objectContaining({ code: 'identity.key-rate' }) }),
  );
});

test('a minute’s calls are counted over all processes, and a month’s by unit', async () => {
  const other = { ...server.runtime };
  const used = async () => {
    const { rows } = await transact(server.runtime, systemActor, (ctx) =>
      listApiUse(ctx, { month: '2026-03' }),
    );
    return rows.find((row) => row.unit?.code === unit) ?? { keys: 0, calls: 0, refused: 0 };
  };
  await foldAll(server.runtime);
  const before = await used();
  /** Two calls of each process, one after the other. */
  const refused = async () => {
    const key = await unitKey(server, { unit, scopes: ['orders:read'], perMinute: 2 });
    let count = 0;
    for (const runtime of [server.runtime, other, server.runtime, other]) {
      const asked = admitKey(runtime, { key, scope: 'orders:read' });
      count += (await Promise.allSettled([asked])).filter(
        (one) => one.status === 'rejected',
      ).length;
      await foldAll(runtime);
    }
    return count;
  };
  // A minute may end in the middle of one of them, not of both.
  expect((await refused()) + (await refused())).toBeGreaterThan(0);
  const after = await used();
  expect([after.keys, after.calls]).toEqual([before.keys + 2, before.calls + 8]);
  expect(after.refused).toBeGreaterThan(before.refused);
});

test('the program of a third party holds nothing that its persons may not', () => {
  const facts = { accountId: randomUUID(), unitCode: unit, unitPath: unit, areaCode: null };
  const actor = machineActor({ ...facts, scopes: ['orders:work'], outsourced: true });
  expect(actor.has('handling.work')).toBe(false);
});
