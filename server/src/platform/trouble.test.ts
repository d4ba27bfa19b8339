import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { route } from '@minsheng/contract/route.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type App, defaultWishes } from './app.ts';
import { buildApp } from './build-app.ts';
import { systemClock } from './clock.ts';
import { openDatabase } from './db.ts';
import { roomsFor } from './door.ts';
import { mount, mountRaw } from './http.ts';
import { createLog } from './log.ts';
import { noPorts } from './testing/no-ports.ts';
import { testCity, testKeys, testSite } from './testing/test-city.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';

const nobody = { routes: [failing], resolveActor: async () => null };

const errors: Record<string, { code: string; syscall: string }> = {
  'write EPIPE': { code: 'EPIPE', syscall: 'write' },
  'write ENOSPC': { code: 'ENOSPC', syscall: 'write' },
  'open ENOENT': { code: 'ENOENT', syscall: 'open' },
};
function failing(app: App): void {
  const words = { may: 'public', audit: 'failed', summary: 'Fails as told' } as const;
  mountRaw(app, { method: 'GET', path: '/fail/:how', ...words }, async ({ request }) => {
    const { how = '' } = z.object({ how: z.string() }).parse(request.params);
    throw Object.assign(new Error(how), errors[how]);
  });
}

const answer = {
  path: '/answer',
  summary: 'Answers',
  reply: z.object({ ok: z.boolean() }),
} as const;
const answerRoutes = [route({ ...answer, method: 'GET' }), route({ ...answer, method: 'POST' })];
function answering(app: App): void {
  for (const one of answerRoutes)
    mount(app, one, { may: 'public', audit: 'answered' }, async () => ({ ok: true }));
}

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({ ...nobody, ports: noPorts });
});
afterAll(() => server.stop());

test('when too many wait for the database, the next are told at once to come back later', async () => {
  const { pool } = server.runtime.db;
  const ask = () => server.app.fastify.inject('/api/health');
  const held = await Promise.all(Array.from({ length: 8 }, () => pool.connect()));
  try {
    const waiting = Array.from({ length: 210 }, ask);
    while (pool.waitingCount < 210) await pause(5);
    const refused = await ask();
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('2');
    expect(refused.json().error.code).toBe('platform.busy');
    for (const client of held.splice(0)) client.release();
    const answers = await Promise.all(waiting);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect((await ask()).statusCode).toBe(200);
  } finally {
    for (const client of held) client.release();
  }
});

describe('when too many are worked on, although nobody waits for the database', () => {
  async function withHeld(
    method: 'GET' | 'POST',
    use: (full: {
      url: string;
      inject: App['fastify']['inject'];
      open(): Promise<number[]>;
    }) => Promise<void>,
  ): Promise<void> {
    const { promise: gate, resolve } = Promise.withResolvers<null>();
    const app = await buildApp(server.runtime, {
      ...defaultWishes,
      publicPerMinute: 100_000,
      routes: [answering],
      resolveActor: () => gate,
    });
    let held = 0;
    app.fastify.addHook('preHandler', async () => {
      held += 1;
    });
    const most = roomsFor[method === 'GET' ? 'read' : 'change'];
    try {
      const url = await app.fastify.listen({ host: '127.0.0.1', port: 0 });
      const ask = () => app.fastify.inject({ method, url: '/api/answer' });
      const inside = Array.from({ length: most }, ask);
      while (held < most) await pause(5);
      expect(server.runtime.db.pool.waitingCount).toBe(0);
      await use({
        url: `${url}/api/answer`,
        inject: app.fastify.inject.bind(app.fastify),
        open: async () => {
          resolve(null);
          return (await Promise.all(inside)).map(({ statusCode }) => statusCode);
        },
      });
    } finally {
      resolve(null);
      await app.fastify.close();
    }
  }

  test('the next who looks is told at once when to come back, and who saves something still gets in', () =>
    withHeld('GET', async ({ inject, open }) => {
      const refused = await inject('/api/answer');
      expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
      expect(refused.json().error.code).toBe('platform.busy');
      const saved = inject({ method: 'POST', url: '/api/answer' });
      expect(new Set(await open())).toEqual(new Set([200]));
      expect((await saved).statusCode).toBe(200);
      expect((await inject('/api/answer')).statusCode).toBe(200);
    }));

  test('it is said before anything is read of what is asked, and the connection stays', () =>
    withHeld('POST', async ({ url, open }) => {
      const body = JSON.stringify({ words: '无'.repeat(10_000) });
      const headers = { 'content-type': 'application/json' };
      const refused = await fetch(url, { method: 'POST', headers, body });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
      // What every answer of the program itself carries is not there: it never came so far.
      expect(refused.headers.get('content-security-policy')).toBeNull();
      expect(refused.headers.get('connection')).not.toBe('close');
      expect(await refused.json()).toMatchObject({ error: { code: 'platform.busy' } });
      const looks = fetch(url);
      expect(new Set(await open())).toEqual(new Set([200]));
      expect((await looks).status).toBe(200);
    }));

  test('of a body that does not say where it ends nothing is waited for', () =>
    withHeld('POST', async ({ url, open }) => {
      const sent = request(url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } });
      sent.on('error', () => {});
      sent.write('{');
      const [refused] = await once(sent, 'response');
      expect([refused.statusCode, refused.headers.connection]).toEqual([503, 'close']);
      sent.destroy();
      await open();
    }));

  test('who asks for health is let in', () =>
    withHeld('GET', async ({ url, open }) => {
      expect((await fetch(url)).status).toBe(503);
      const health = fetch(new URL('/api/health', url));
      await open();
      expect((await health).status).toBe(200);
    }));
});

test('without a database every request says so and nothing else breaks', async () => {
  const log = createLog('silent');
  const db = openDatabase({ host: '/nowhere', user: 'nobody', database: 'none' }, log);
  const runtime = {
    db,
    clock: systemClock,
    city: testCity,
    keys: testKeys,
    ports: noPorts,
    log,
    site: testSite,
  };
  const app = await buildApp(runtime, { ...defaultWishes, ...nobody });
  const answer = await app.fastify.inject('/api/health');
  expect(answer.statusCode).toBe(503);
  expect(answer.json().error).toMatchObject({ code: 'platform.database-down' });
  expect(answer.headers['retry-after']).toBe('2');
  await app.fastify.close();
  await db.stop();
});

test('a connection that breaks while a request writes is the database’s, a file that is missing is a fault', async () => {
  const ask = async (how: string) =>
    (await server.app.fastify.inject(`/api/fail/${encodeURIComponent(how)}`)).json().error.code;
  expect(await ask('write EPIPE')).toBe('platform.database-down');
  expect(await ask('open ENOENT')).toBe('platform.fault');
});

test('a full disk is said as such, and when to come again', async () => {
  const answer = await server.app.fastify.inject(`/api/fail/${encodeURIComponent('write ENOSPC')}`);
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('30');
  expect(answer.json().error.code).toBe('platform.no-room');
});
