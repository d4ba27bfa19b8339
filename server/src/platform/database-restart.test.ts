import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from './actor.ts';
import { systemClock } from './clock.ts';
import type { Runtime } from './context.ts';
import { openDatabase } from './db.ts';
import { enqueue, handle, job } from './jobs.ts';
import { createLog } from './log.ts';
import { migrate } from './migrate.ts';
import { type Database as Cluster, startDatabase } from './postgres/index.ts';
import { noPorts } from './testing/no-ports.ts';
import { testCity, testKeys, testSite } from './testing/test-city.ts';
import { transact } from './transact.ts';
import { startWorker, type Worker } from './worker.ts';

const done: number[] = [];
const work = job('test:work', z.object({ no: z.int() }));
handle(work, async (_, { no }) => {
  done.push(no);
});
let release: (() => void) | null = null;
const slow = job('test:slow', z.object({ no: z.int() }));
handle(slow, async (ctx, { no }) => {
  if (release === null)
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  await sql`select 1`.execute(ctx.tx);
  done.push(no);
});

const folder = mkdtempSync(join(tmpdir(), 'minsheng-restart-'));
const log = createLog('silent');
let cluster: Cluster;
let runtime: Runtime;
let worker: Worker;

beforeAll(async () => {
  cluster = await startDatabase({ dataFolder: folder, log });
  const db = openDatabase(cluster.connection, log);
  await migrate(db.pool, systemClock.now());
  runtime = {
    db,
    clock: systemClock,
    city: testCity,
    keys: testKeys,
    ports: noPorts,
    log,
    site: testSite,
  };
  worker = await startWorker(runtime);
});
afterAll(async () => {
  await worker.stop();
  await runtime.db.stop();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (no: number, of = work) =>
  transact(runtime, systemActor, async (ctx) => enqueue(ctx, of, { no }));

async function killDatabase(): Promise<void> {
  const back = new Promise<void>((resolve) => cluster.onReturn(resolve));
  const pid = cluster.pid();
  if (pid === null) throw new Error('the database is down already');
  process.kill(pid, 'SIGKILL');
  await back;
}

async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + 15_000;
  while (!isTrue() && performance.now() < end) await pause(50);
}

async function isDone(no: number): Promise<void> {
  await until(() => done.includes(no));
  expect(done).toContain(no);
}

test('the database dies under us twice, and work goes on as soon as it is back', async () => {
  await ask(1);
  await isDone(1);
  for (const no of [2, 3]) {
    await killDatabase();
    await ask(no);
    await isDone(no);
  }
  // At least once: a job whose end the crash swallowed runs again.
  expect(new Set(done)).toEqual(new Set([1, 2, 3]));
}, 60_000);

test('a job under way when the database dies is done again, soon, and the process lives', async () => {
  await ask(11, slow);
  await until(() => release !== null);
  // It ends while the database is away, so that its end cannot be written down.
  cluster.onDeath(() => release?.());
  await killDatabase();
  await isDone(11);
  await ask(12);
  await isDone(12);
}, 60_000);
