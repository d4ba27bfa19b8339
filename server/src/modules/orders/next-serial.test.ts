import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../../../test/kit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { nextSerial } from './next-serial.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

const taken = (many = 1) =>
  transact(server.runtime, systemActor, async (ctx) => {
    const serials: number[] = [];
    for (let no = 0; no < many; no += 1) serials.push(await nextSerial(ctx));
    return serials;
  });

test('numbers follow each other over transactions, and over the end of a block', async () => {
  const [first = 0] = await taken();
  expect(await taken(2)).toEqual([first + 1, first + 2]);
  const many = await taken(150);
  expect(new Set([first, first + 1, first + 2, ...many]).size).toBe(153);
});

test('a block whose transaction did not stand is given to nobody: the database may give it again', async () => {
  await taken(100);
  await transact(server.runtime, systemActor, async (ctx) => {
    while ((await nextSerial(ctx)) % 100 !== 0);
  });
  let lost = 0;
  const failing = transact(server.runtime, systemActor, async (ctx) => {
    lost = await nextSerial(ctx);
    throw new Error('the connection is lost');
  });
  await expect(failing).rejects.toThrow('lost');
  const [next = 0] = await taken();
  expect(next).not.toBe(lost + 1);
  expect(Math.floor((next - 1) / 100)).toBeGreaterThan(Math.floor((lost - 1) / 100));
});

test('while one transaction has not ended, another takes a block of its own', async () => {
  await transact(server.runtime, systemActor, async (ctx) => {
    while ((await nextSerial(ctx)) % 100 !== 0);
  });
  const { promise: isEnding, resolve: end } = Promise.withResolvers<void>();
  const { promise: open, resolve: hasTaken } = Promise.withResolvers<number>();
  const slow = transact(server.runtime, systemActor, async (ctx) => {
    hasTaken(await nextSerial(ctx));
    await isEnding;
  });
  const first = await open;
  const [other = 0] = await taken();
  expect(Math.abs(other - first)).toBeGreaterThanOrEqual(100);
  end();
  await slow;
  const rest = await taken(198);
  expect(new Set([first, other, ...rest]).size).toBe(200);
  expect(Math.max(...rest)).toBeLessThanOrEqual(Math.max(first, other) + 99);
});
