import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from './actor.ts';
import { beside, isEnding, onEnding } from './beside.ts';
import { systemClock } from './clock.ts';
import type { Runtime } from './context.ts';
import { openDatabase } from './db.ts';
import { news, on, tell } from './events.ts';
import { newId } from './ids.ts';
import { liveWorkers } from './job-queue.ts';
import { enqueue, handle, handleApart, job, later, oneAtATime } from './jobs.ts';
import { createLog } from './log.ts';
import { noPorts } from './testing/no-ports.ts';
import { testCity, testKeys, testSite } from './testing/test-city.ts';
import { createDatabase, dropDatabase, freeName } from './testing/test-cluster.ts';
import { transact } from './transact.ts';
import { startWorker, type Worker } from './worker.ts';

const done: string[] = [];
const work = job('test:work', z.object({ no: z.int() }));
handle(work, async (_, { no }) => {
  done.push(`work ${no}`);
});
const hear = job('test:hear-note', news);
handle(hear, async (_, { id }) => {
  done.push(`heard ${id}`);
});
on('orders.note-added', hear);
let stumbles = 0;
const stumble = job('test:stumble', z.object({}));
handle(stumble, async () => {
  stumbles += 1;
  if (stumbles === 1) throw new Error('the first try fails');
  done.push('stood up');
});
const fragile = job('test:fragile', z.object({ id: z.uuid(), breaks: z.boolean() }));
handle(fragile, async (ctx, { id, breaks }) => {
  tell(ctx, { kind: 'account', id }, 'identity.signed-in', {});
  if (breaks) throw new Error('this one alone');
});
let begun = 0;
const minutes = job('test:minutes', z.object({}));
handleApart(minutes, async (runtime) => {
  begun += 1;
  await new Promise((_, reject) => onEnding(runtime, () => reject(new Error('it ends'))));
});
const inLine = { now: 0, most: 0, all: 0 };
const inLined = 5;
const queue = job('test:in-line', z.object({}));
oneAtATime(queue);
handleApart(queue, async () => {
  inLine.now += 1;
  inLine.most = Math.max(inLine.most, inLine.now);
  await pause(50);
  inLine.now -= 1;
  inLine.all += 1;
});

const name = freeName();
const runtimes: Runtime[] = [];
const workers: Worker[] = [];

/** As a process of its own would have it. */
async function aWorker(): Promise<Runtime> {
  const log = createLog('silent');
  const db = openDatabase({ ...inject('cluster'), database: name }, log);
  const runtime = {
    db,
    clock: systemClock,
    city: testCity,
    keys: testKeys,
    ports: noPorts,
    log,
    site: testSite,
  };
  runtimes.push(runtime);
  workers.push(await startWorker(runtime));
  return runtime;
}

beforeAll(async () => {
  await createDatabase(inject('cluster'), name);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await Promise.all(runtimes.map(({ db }) => db.stop()));
  await dropDatabase(inject('cluster'), name);
});

test('two workers at once do everything once, and a failed job is tried again', async () => {
  const runtime = await aWorker();
  await aWorker();
  expect(await liveWorkers(runtime.db.kysely)).toBe(2);
  const orders = Array.from(
    { length: 20 },
    () => ({ kind: 'order', id: newId(systemClock.now()) }) as const,
  );
  await Promise.all(
    orders.map((order, no) =>
      transact(runtime, systemActor, async (ctx) => {
        tell(ctx, order, 'orders.note-added', { textNo: 1 });
        enqueue(ctx, work, { no });
        later(
          ctx,
          work,
          { no: no + 100 },
          { at: new Date(ctx.now.getTime() + 300), key: `later:${no}` },
        );
      }),
    ),
  );
  await transact(runtime, systemActor, async (ctx) => {
    enqueue(ctx, stumble, {});
    for (let count = 0; count < inLined; count += 1) enqueue(ctx, queue, {});
  });
  const wanted = [
    ...orders.flatMap(({ id }, no) => [`heard ${id}`, `work ${no}`, `work ${no + 100}`]),
    'stood up',
  ].sort();
  const until = performance.now() + 15_000;
  const undone = () => done.length < wanted.length || inLine.all < inLined;
  while (undone() && performance.now() < until) await pause(50);
  // Long enough for a double to show.
  await pause(300);
  expect([...done].sort()).toEqual(wanted);
  // What stands in line keeps nobody else waiting, and itself one at a time.
  expect(inLine).toEqual({ now: 0, most: 1, all: inLined });
});

test('of jobs done together one that fails takes nobody with it, and waits by itself', async () => {
  const [runtime] = runtimes;
  if (!runtime) throw new Error('No worker runs.');
  const asked = Array.from({ length: 9 }, (_, no) => ({
    id: newId(systemClock.now()),
    breaks: no === 4,
  }));
  await transact(runtime, systemActor, async (ctx) => {
    for (const each of asked) enqueue(ctx, fragile, each);
  });
  const read = async () => {
    const { rows } = await runtime.db.pool.query<{ told: string[]; failed: unknown[] }>(
      `select array(select subject_id from platform.event where subject_id = any ($1) order by 1) as told,
         array(
           select payload -> 'inputs' from graphile_worker._private_jobs as j
           join graphile_worker._private_tasks as t on t.id = j.task_id
           where t.identifier = 'test:fragile' and last_error is not null) as failed`,
      [asked.map(({ id }) => id)],
    );
    return rows[0];
  };
  const until = performance.now() + 15_000;
  for (let seen = await read(); performance.now() < until; seen = await read()) {
    if (seen?.told.length === asked.length - 1 && seen.failed.length === 1) break;
    await pause(50);
  }
  const sound = asked.filter(({ breaks }) => !breaks).map(({ id }) => id);
  expect(await read()).toEqual({ told: sound, failed: [[asked[4]]] });
});

test('what a killed worker had in hand is given back within seconds, and a living one keeps its own', async () => {
  const runtime = await aWorker();
  const held = 1000;
  await runtime.db.pool.query(
    `insert into graphile_worker._private_tasks (identifier) values ('test:work') on conflict do nothing`,
  );
  await runtime.db.pool.query(
    `insert into graphile_worker._private_jobs (task_id, payload, locked_at, locked_by)
     select id, $1, $2, 'pool-of-the-dead' from graphile_worker._private_tasks where identifier = 'test:work'`,
    [{ cityId: testCity.cityId, input: { no: held } }, systemClock.now()],
  );
  const until = performance.now() + 12_000;
  while (!done.includes(`work ${held}`) && performance.now() < until) await pause(50);
  expect(done.filter((each) => each === `work ${held}`)).toHaveLength(1);
});

test('work beside the queue that would never be done lets its process end', async () => {
  const runtime = await aWorker();
  let isThrough = false;
  beside(runtime, async () => {
    while (!isEnding(runtime)) await pause(1);
    isThrough = true;
  });
  const alive = await liveWorkers(runtime.db.kysely);
  await workers.pop()?.stop();
  expect(isThrough).toBe(true);
  expect(await liveWorkers(runtime.db.kysely)).toBe(alive - 1);
});

test('nobody who ends the program waits for work of minutes; it is begun again by the next', async () => {
  const [runtime] = runtimes;
  if (!runtime) throw new Error('No worker runs.');
  await transact(runtime, systemActor, async (ctx) => enqueue(ctx, minutes, {}));
  const until = performance.now() + 15_000;
  while (begun === 0 && performance.now() < until) await pause(50);
  expect(begun).toBe(1);
  for (const worker of workers.splice(0)) await worker.stop();
  const { rows } = await runtime.db.pool.query(
    `select locked_at from graphile_worker.jobs where task_identifier = 'test:minutes'`,
  );
  expect(rows).toEqual([{ locked_at: null }]);
  // What was taken while it ended, before the queue was told, does not hold it up either.
  let isTold = false;
  onEnding(runtime, () => {
    isTold = true;
  });
  expect(isTold).toBe(true);
});
