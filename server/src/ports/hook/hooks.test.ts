import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reachable } from '../outward/index.ts';
import { guardedPost, hooksWithin } from './http-hooks.ts';

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

test('an address that is none of the web, or carries a password, is not asked', async () => {
  const open = hooksWithin(['127.0.0.0/8']);
  const here = `127.0.0.1:${port}/`;
  for (const url of [
    `http://a:b@${here}`,
    `http://a@${here}`,
    'http://127.0.0.1:22/',
    'ftp://127.0.0.1/',
  ])
    await expect(open.send({ ...words, url })).rejects.toMatchObject({ reason: 'odd-address' });
  expect(asked).toBe(0);
});

test('however an address of this machine is written, it is one', async () => {
  const closed = hooksWithin([]);
  const written = [
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.0.0.1.',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
  ];
  for (const host of written)
    await expect(
      closed.send({ ...words, url: `http://${host}:${port}/` }),
      host,
    ).rejects.toMatchObject({
      reason: 'private-address',
    });
  expect(asked).toBe(0);
});

test('what a name means is looked at in the connection that is made, whatever it meant before', async () => {
  const both: string[] = [];
  const mayReach = (address: string) => {
    both.push(address);
    return false;
  };
  const request = { ...words, url: `http://localhost:${port}/` };
  await expect(guardedPost(request, { mayReach, mostBytes: null })).rejects.toThrow(
    'private-address',
  );
  expect(both.length).toBeGreaterThan(0);
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
