import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from './actor.ts';
import type { Context } from './context.ts';
import { enqueue, handle, job, later } from './jobs.ts';
import { noPorts } from './testing/no-ports.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';
import { transact } from './transact.ts';

const rang: string[] = [];
const ring = job('test:ring', z.object({ name: z.string(), again: z.int() }));
handle(ring, async (ctx, { name, again }) => {
  rang.push(`${ctx.now.toISOString().slice(5, 16)} ${name}`);
  if (again > 0) later(ctx, ring, { name, again: again - 1 }, { at: inHours(ctx, 24), key: name });
});
const fail = job('test:fail', z.object({}));
handle(fail, async () => {
  throw new Error('never works');
});
const inHours = (ctx: Context, hours: number) => new Date(ctx.now.getTime() + hours * 3_600_000);

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({ ports: noPorts, routes: [], resolveActor: async () => null });
});
afterAll(() => server.stop());

test('a quarter in one step: every alarm in order, each at its own instant, those set on the way too', async () => {
  await transact(server.runtime, systemActor, async (ctx) => {
    later(ctx, ring, { name: 'daily', again: 2 }, { at: inHours(ctx, 2), key: 'daily' });
    later(ctx, ring, { name: 'once', again: 0 }, { at: inHours(ctx, 30), key: 'once' });
    later(
      ctx,
      ring,
      { name: 'too late', again: 0 },
      { at: inHours(ctx, 24 * 100), key: 'too late' },
    );
  });
  const advanced = await server.advance(90 * 24 * 60);
  expect(rang).toEqual([
    '03-02T03:00 daily',
    '03-03T03:00 daily',
    '03-03T07:00 once',
    '03-04T03:00 daily',
  ]);
  expect(advanced).toMatchObject({ fired: 4, left: 0, failed: [] });
  expect(advanced.now.toISOString()).toBe('2026-05-31T01:00:00.000Z');
});

test('a job that fails for good is reported and does not stop time', async () => {
  await transact(server.runtime, systemActor, async (ctx) => enqueue(ctx, fail, {}));
  const advanced = await server.advance(10);
  expect(advanced.failed).toEqual([
    { job: 'test:fail', error: expect.stringContaining('never works') },
  ]);
  expect(advanced.left).toBe(0);
  expect((await server.advance(10)).failed).toEqual([]);
});

test('over HTTP: the clock is read, moved, and garbage is refused', async () => {
  const move = (body: object) =>
    fetch(`${server.url}/api/clock/advance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const before = server.clock.now().getTime();
  expect(await (await move({ minutes: 5 })).json()).toMatchObject({ left: 0 });
  expect(server.clock.now().getTime()).toBe(before + 5 * 60_000);
  expect((await move({ minutes: -5 })).status).toBe(400);
  const read = await fetch(`${server.url}/api/clock`);
  expect(await read.json()).toEqual({ now: server.clock.now().toISOString() });
});
