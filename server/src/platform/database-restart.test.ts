import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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

const folder = mkdtempSync(join(tmpdir(), 'minsheng-restart-'));
const log = createLog('silent');
let cluster: Cluster;
let runtime: Runtime;
let worker: Worker;

beforeAll(async () => {
  cluster = await startDatabase({ dataFolder: folder, log, isDisposable: true });
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

const ask = (no: number) =>
  transact(runtime, systemActor, async (ctx) => enqueue(ctx, work, { no }));

async function isDone(no: number): Promise<void> {
  const until = performance.now() + 15_000;
  while (!done.includes(no) && performance.now() < until) await pause(50);
  expect(done).toContain(no);
}

test('the database dies under us twice, and work goes on as soon as it is back', async () => {
  await ask(1);
  await isDone(1);
  for (const no of [2, 3]) {
    const back = new Promise<void>((resolve) => cluster.onReturn(resolve));
    const pid = cluster.pid();
    if (pid === null) throw new Error('the database is down already');
    process.kill(pid, 'SIGKILL');
    await back;
    await ask(no);
    await isDone(no);
  }
  // At least once: a job whose end the crash swallowed runs again.
  expect(new Set(done)).toEqual(new Set([1, 2, 3]));
}, 60_000);
