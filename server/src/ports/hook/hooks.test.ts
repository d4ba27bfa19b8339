import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hooksWithin } from './http-hooks.ts';
import { reachable } from './networks.ts';

let listener: Server;
let port = 0;
let asked = 0;
beforeAll(async () => {
  listener = createServer((_request, reply) => {
    asked += 1;
    reply.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  port = (listener.address() as AddressInfo).port;
});
afterAll(() => {
  listener.close();
});

const words = { headers: {}, body: '{}' };

test('an address of our own nets is not asked, by number or by name', async () => {
  const closed = hooksWithin([]);
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '10.1.2.3'])
    await expect(closed.send({ ...words, url: `http://${host}:${port}/` })).rejects.toMatchObject({
      reason: 'private-address',
    });
  expect(asked).toBe(0);
});

test('one that the city has named is, and a redirect is not followed', async () => {
  const open = hooksWithin(['127.0.0.0/8']);
  expect(await open.send({ ...words, url: `http://127.0.0.1:${port}/` })).toEqual({ status: 302 });
  expect(asked).toBe(1);
});

test('the open net is open', () => {
  const mayReach = reachable([]);
  expect(['114.114.114.114', '2400:3200::1'].map(mayReach)).toEqual([true, true]);
  expect(['100.64.0.1', '224.0.0.1', 'fd00::1', '2002:7f00:1::'].map(mayReach)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
