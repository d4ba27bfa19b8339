import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DistrictClient } from '../../../clients/typescript/client.ts';
import { followOnce, heed, workOpenDuties } from '../../../clients/typescript/district.ts';
import { listen } from '../../../clients/typescript/listen.ts';
import { ofOrder } from '../../src/modules/dispatch/index.ts';
import { wakeHooks } from '../../src/modules/open-api/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { transact } from '../../src/platform/transact.ts';
import { testServer } from '../kit.ts';
import { unitKey } from '../machine-key.ts';
import { anOrderFor } from './an-order-for.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

test('the example works what is open, and what the feed tells it of', async () => {
  const unit = '350600.zjj';
  const key = await unitKey(server, {
    unit,
    scopes: ['orders:read', 'orders:work', 'changes:read'],
  });
  const said: string[] = [];
  const client = new DistrictClient({ url: server.url, key });
  const district = { client, say: (line: string) => said.push(line) };
  const first = await anOrderFor(server, unit);
  const { next } = await client.changes('now');
  expect(await workOpenDuties(district, 5)).toBe(1);
  const second = await anOrderFor(server, unit);
  const then = await followOnce(district, next);
  expect((await client.changes(then)).rows.map(({ orderId }) => orderId)).toContain(second.orderId);
  const states = await transact(server.runtime, systemActor, async (ctx) =>
    Promise.all(
      [first, second].map(async ({ orderId }) => (await ofOrder(ctx, orderId))[0]?.state),
    ),
  );
  expect(states).toEqual(['submitted', 'submitted']);
  expect(said.filter((line) => line.includes('提交结果'))).toHaveLength(2);
});

test('the example works what is pushed to it', async () => {
  const unit = '350600.zjj';
  const key = await unitKey(server, {
    unit,
    scopes: ['orders:read', 'orders:work', 'changes:read'],
  });
  const client = new DistrictClient({ url: server.url, key });
  const said: string[] = [];
  const district = { client, say: (line: string) => said.push(line) };
  const listening = await listen(0, ({ changes }) => heed(district, changes));
  const headers = {
    'x-time': String(Date.now() / 1000),
    'x-signature': `hmac-sha256=${'0'.repeat(64)}`,
  };
  const early = await fetch(listening.url, { method: 'POST', body: '{}', headers });
  expect(early.status).toBe(401);
  const { hookId, secret } = await client.addHook(listening.url, ['dispatch.assigned']);
  listening.secret = secret;
  await anOrderFor(server, unit);
  await wakeHooks(server.runtime);
  await server.advance(0);
  await vi.waitFor(() => expect(said.join()).toContain('提交结果'), { timeout: 20_000 });
  await client.endHook(hookId);
  listening.stop();
});
