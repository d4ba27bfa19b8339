import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openApi } from '@minsheng/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isFromMinsheng, type Pushed } from '../../../clients/typescript/hooks.ts';
import { dueHooks } from '../../src/modules/open-api/hooks.repo.ts';
import { wakeHooks } from '../../src/modules/open-api/index.ts';
import { lineOf } from '../../src/platform/jobs.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { call, testServer } from '../kit.ts';
import { unitKey } from '../machine-key.ts';
import { anOrderFor } from './an-order-for.ts';

const unit = '350600.zjj';
let server: TestServer;
let listener: Server;
let url = '';
let status = 200;
const heard: Pushed[] = [];
let signed = true;
let secret = '';

beforeAll(async () => {
  server = await testServer();
  listener = createServer(async (request, reply) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString('utf8');
    const words = { method: 'POST', path: request.url ?? '', headers: request.headers, body };
    signed = signed && (await isFromMinsheng(secret, words));
    if (status === 200) heard.push(JSON.parse(body));
    reply.writeHead(status).end();
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook?from=12345`;
});
afterAll(async () => {
  listener.close();
  await server.stop();
});

/** What a worker does within two seconds. */
async function deliver(minutes: number): Promise<void> {
  await wakeHooks(server.runtime);
  await server.advance(minutes);
}

test('what happens is sent, signed, in order, again after a failure, and no more once it is ended', async () => {
  const token = await unitKey(server, { unit, scopes: ['changes:read', 'orders:work'] });
  const kinds = ['dispatch.assigned', 'handling.signed'] as const;
  const made = await call(server.url, openApi.addHook, { url, kinds: [...kinds] }, { token });
  secret = made.secret;
  const key = await anOrderFor(server, unit);
  await deliver(0);
  expect(heard.flatMap(({ changes }) => changes)).toMatchObject([
    { kind: 'dispatch.assigned', ...key },
  ]);

  status = 500;
  await call(server.url, openApi.signDuty, key, { token });
  await deliver(0);
  const { rows } = await call(server.url, openApi.listHooks, {}, { token });
  expect(rows).toMatchObject([{ lastError: 'status-500' }]);
  expect(heard).toHaveLength(1);

  status = 200;
  await server.advance(1);
  await deliver(0);
  expect(heard[1]?.changes).toMatchObject([{ kind: 'handling.signed', ...key }]);
  expect(signed).toBe(true);

  await call(server.url, openApi.endHook, { hookId: made.hookId }, { token });
  await anOrderFor(server, unit);
  await deliver(1);
  expect(heard).toHaveLength(2);
  await expect(
    call(server.url, openApi.endHook, { hookId: made.hookId }, { token }),
  ).rejects.toMatchObject({ code: 'open-api.no-such-hook' });
});

test('five at most, and none with a password or the port of another service in its address', async () => {
  const token = await unitKey(server, { unit, scopes: ['changes:read'] });
  const add = (to: string) =>
    call(server.url, openApi.addHook, { url: to, kinds: ['handling.signed'] }, { token });
  for (const odd of ['https://a:b@example.org/', 'http://example.org:25/'])
    await expect(add(odd)).rejects.toMatchObject({ code: 'open-api.hook-address' });
  for (let count = 0; count < 5; count += 1) await add(url);
  await expect(add(url)).rejects.toMatchObject({ code: 'open-api.hooks-too-many' });
});

test('one in force is never hidden behind those that were ended', async () => {
  const token = await unitKey(server, { unit, scopes: ['changes:read'] });
  const { hookId } = await call(
    server.url,
    openApi.addHook,
    { url, kinds: ['handling.signed'] },
    { token },
  );
  await server.runtime.db.pool.query(
    `insert into open_api.hook (city_id, id, account_id, key_id, url, kinds, secret_enc, position, made_at, ended_at, next_at)
     select city_id, gen_random_uuid(), account_id, key_id, url, kinds, secret_enc, position, made_at, made_at, next_at
     from open_api.hook cross join generate_series(1, 60)
     where id = $1`,
    [hookId],
  );
  const { rows } = await call(server.url, openApi.listHooks, {}, { token });
  expect(rows.filter(({ endedAt }) => endedAt === null)).toMatchObject([{ hookId }]);
});

test('they stand in one line, and one whose key is over is put off like one that is silent', async () => {
  const token = await unitKey(server, { unit, scopes: ['changes:read'] });
  const { hookId } = await call(
    server.url,
    openApi.addHook,
    { url, kinds: ['handling.signed'] },
    { token },
  );
  await server.runtime.db.pool.query(
    `update identity.api_key set ended_at = $1
     where id = (select key_id from open_api.hook where id = $2)`,
    [server.clock.now(), hookId],
  );
  await anOrderFor(server, unit);
  await deliver(0);
  expect(lineOf('open-api:deliver')).not.toBeNull();
  expect(await dueHooks(server.runtime)).not.toContain(hookId);
});
