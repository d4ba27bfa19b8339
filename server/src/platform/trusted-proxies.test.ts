import { route } from '@minsheng/contract/route.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type App, defaultWishes } from './app.ts';
import { buildApp } from './build-app.ts';
import { mount } from './http.ts';
import { noPorts } from './testing/no-ports.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';

const door = route({
  method: 'POST',
  path: '/test-door',
  summary: 'For everybody',
  reply: z.object({ open: z.boolean() }),
});
/** Where those came from who were let through, as use cases know it. */
const came: (string | null)[] = [];
const wishes = {
  resolveActor: async () => null,
  routes: [
    (app: App) =>
      mount(app, door, { may: 'public', audit: 'door opened', limit: 1 }, async ({ actor }) => {
        came.push(actor.from);
        return { open: true };
      }),
  ],
};

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({ ...wishes, ports: noPorts });
});
afterAll(() => server.stop());

const proxy = '10.1.2.3';

/** What three requests get that come through the proxy from two people. */
async function through(trustedProxies: readonly string[]): Promise<number[]> {
  const app = await buildApp(server.runtime, { ...defaultWishes, ...wishes, trustedProxies });
  const ask = async (from: string) => {
    const { statusCode } = await app.fastify.inject({
      method: 'POST',
      url: '/api/test-door',
      remoteAddress: proxy,
      headers: { 'x-forwarded-for': from },
      payload: {},
    });
    return statusCode;
  };
  try {
    return [await ask('198.51.100.1'), await ask('198.51.100.2'), await ask('198.51.100.1')];
  } finally {
    await app.fastify.close();
  }
}

test('behind a trusted proxy everybody has a limit of their own', async () => {
  expect(await through(['10.1.0.0/16'])).toEqual([200, 200, 429]);
  expect(came.splice(0)).toEqual(['198.51.100.1', '198.51.100.2']);
});

test('nobody else is believed about where they come from', async () => {
  expect(await through([])).toEqual([200, 429, 429]);
  expect(came.splice(0)).toEqual([proxy]);
  expect(await through(['10.9.9.9'])).toEqual([200, 429, 429]);
});
