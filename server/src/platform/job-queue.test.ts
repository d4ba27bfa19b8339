import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { beginEnding } from './beside.ts';
import { systemClock } from './clock.ts';
import type { Runtime } from './context.ts';
import { openDatabase } from './db.ts';
import { giveJobs } from './give-jobs.ts';
import { freeJobs, startQueue } from './job-queue.ts';
import { handle, handleOutside, job, oneAtATime } from './jobs.ts';
import { createLog } from './log.ts';
import { noPorts } from './testing/no-ports.ts';
import { testCity, testKeys, testSite } from './testing/test-city.ts';
import { createDatabase, dropDatabase, freeName } from './testing/test-cluster.ts';
import { tasksOf } from './worker.ts';

/** Who stood in the line, and under whose name it was done. */
const stood: number[] = [];
const takers: string[] = [];
const standing = job('test:standing', z.object({ no: z.int() }));
oneAtATime(standing);
handle(standing, async ({ tx }, { no }) => {
  const { rows } = await sql<{ locked_by: string }>`
    select locked_by from graphile_worker._private_job_queues where queue_name = ${standing.name}`.execute(
    tx,
  );
  takers.push(rows[0]?.locked_by ?? '');
  stood.push(no);
});

const asked: number[] = [];
const failing = 20;
/** In the midst of this one its process is ended. */
const lastOfAll = 100;
const untilLetGo = Promise.withResolvers<void>();
const asking = job('test:asking', z.object({ no: z.int() }));
oneAtATime(asking);
handleOutside(asking, {
  take: async (_, { no }) => no,
  ask: async (_, no) => {
    asked.push(no);
    if (no === lastOfAll) await untilLetGo.promise;
    if (no === failing) throw new Error('this one alone');
  },
  keep: async () => {},
});

const name = freeName();
beforeAll(() => createDatabase(inject('cluster'), name));
afterAll(() => dropDatabase(inject('cluster'), name));

const log = createLog('silent');
function aRuntime(): Runtime {
  const db = openDatabase({ ...inject('cluster'), database: name }, log);
  return {
    ...{ db, clock: systemClock, city: testCity, keys: testKeys },
    ...{ ports: noPorts, log, site: testSite },
  };
}

interface Given {
  readonly of?: typeof standing;
  readonly tries?: number;
  readonly isOnce?: boolean;
}

const give = (
  { db }: Runtime,
  numbers: readonly number[],
  { of = standing, tries, isOnce = true }: Given = {},
) =>
  db.transaction((tx) =>
    giveJobs(
      tx,
      numbers.map((no) => ({
        identifier: of.name,
        payload: { cityId: testCity.cityId, input: { no } },
        job_key: isOnce ? null : `test:${no}`,
        isOnce,
      })),
      tries ?? null,
    ),
  );

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 15_000;
  while (!(await isSo()) && performance.now() < end) await pause(20);
}

test('who stands in a line is taken as soon as the one before is done, not with the next poll', async () => {
  const runtime = aRuntime();
  const never = 3_600_000;
  const queue = await startQueue(runtime, tasksOf(runtime), never);
  const all = Array.from({ length: 12 }, (_, no) => no);
  await give(runtime, all);
  await until(() => stood.length === all.length);
  await queue.stop();
  await runtime.db.stop();
  expect(stood).toEqual(all);
});

test('many that stand in one line wait as few, in their order, and one that fails takes none with it', async () => {
  const runtime = aRuntime();
  const { pool } = runtime.db;
  const numbers = Array.from({ length: 40 }, (_, no) => no);
  await give(runtime, numbers, { of: asking, tries: 1, isOnce: false });
  const waiting = async () => {
    const { rows } = await pool.query<{ waiting: number }>(
      `select count(*)::int as waiting from graphile_worker.jobs where task_identifier = $1`,
      [asking.name],
    );
    return rows[0]?.waiting;
  };
  expect(await waiting()).toBe(3);
  const queue = await startQueue(runtime, tasksOf(runtime), 50);
  // Once with the others and once by itself, then all its tries are used.
  const tried = [...numbers, failing];
  await until(async () => (await waiting()) === 1 && asked.length === tried.length);
  await queue.stop();
  expect(await waiting()).toBe(1);
  await runtime.db.stop();
  const inOrder = (list: readonly number[]) => list.toSorted((a, b) => a - b);
  expect(inOrder(asked)).toEqual(inOrder(tried));
  expect(asked.slice(0, failing)).toEqual(numbers.slice(0, failing));
});

test('what a process that ends has not begun yet of several waits for the next, each by itself', async () => {
  const runtime = aRuntime();
  asked.length = 0;
  await give(runtime, [lastOfAll, 101, 102], { of: asking });
  const left = async () => {
    const { rows } = await runtime.db.pool.query<{ inputs: unknown }>(
      `select payload -> 'inputs' as inputs
       from graphile_worker._private_jobs as j join graphile_worker._private_tasks as t on t.id = j.task_id
       where t.identifier = $1 and j.attempts < j.max_attempts order by j.id`,
      [asking.name],
    );
    return rows.map(({ inputs }) => inputs);
  };
  const queue = await startQueue(runtime, tasksOf(runtime), 50);
  await until(() => asked.length > 0);
  beginEnding(runtime);
  const stopped = queue.stop();
  untilLetGo.resolve();
  await stopped;
  expect(asked).toEqual([lastOfAll]);
  expect(await left()).toEqual([[{ no: 101 }], [{ no: 102 }]]);
  await runtime.db.stop();
});

test.each([
  [
    'its question for a job fails',
    'alter table graphile_worker._private_jobs rename column run_at to gone',
    'alter table graphile_worker._private_jobs rename column gone to run_at',
  ],
  [
    'the connection it listens on dies, as when the database does',
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query like 'LISTEN "jobs:insert"%'`,
    'select 1',
  ],
])('when %s, what it took and never heard of is given back and done', async (_, spoil, mend) => {
  const runtime = aRuntime();
  const { pool } = runtime.db;
  stood.length = 0;
  const queue = await startQueue(runtime, tasksOf(runtime), 50);
  await give(runtime, [1]);
  await until(() => stood.includes(1));
  const taker = takers.at(-1);
  // As the database has it when the answer never arrived: job and line are the taker's, who has nothing in hand.
  await pool.query(
    `with line as (
       update graphile_worker._private_job_queues set locked_by = $3, locked_at = $4
       where queue_name = $1 returning id)
     insert into graphile_worker._private_jobs (job_queue_id, task_id, payload, locked_by, locked_at)
     select line.id, task.id, $2, $3, $4
     from line, graphile_worker._private_tasks as task where task.identifier = $1`,
    [standing.name, { cityId: testCity.cityId, inputs: [{ no: 99 }] }, taker, systemClock.now()],
  );
  await freeJobs(runtime);
  await pause(300);
  expect(stood).toEqual([1]);
  await pool.query(spoil);
  await pause(300);
  await pool.query(mend);
  await until(async () => {
    await freeJobs(runtime);
    return stood.includes(99);
  });
  expect(stood).toEqual([1, 99]);
  expect(takers.at(-1)).not.toBe(taker);
  await queue.stop();
  await runtime.db.stop();
});
