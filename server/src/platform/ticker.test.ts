import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from './actor.ts';
import { virtualClock } from './clock.ts';
import type { Runtime } from './context.ts';
import { openDatabase } from './db.ts';
import { announce, news, on, onLatest, tell } from './events.ts';
import { newId } from './ids.ts';
import { aheadOfOthers, enqueue, handle, handleApart, job, later, oneAtATime } from './jobs.ts';
import { createLog } from './log.ts';
import { streamChannel } from './stream.ts';
import { noPorts } from './testing/no-ports.ts';
import { testCity, testKeys, testSite, testStart } from './testing/test-city.ts';
import { createDatabase, dropDatabase, freeName } from './testing/test-cluster.ts';
import { tick } from './ticker.ts';
import { transact } from './transact.ts';

// No worker runs here: the test itself turns the ticker.
const name = freeName();
const heard: string[] = [];
let runtime: Runtime;
let ear: pg.Client;

beforeAll(async () => {
  await createDatabase(inject('cluster'), name);
  const connection = { ...inject('cluster'), database: name };
  const log = createLog('warn');
  const clock = virtualClock(testStart);
  runtime = {
    db: openDatabase(connection, log),
    clock,
    city: testCity,
    keys: testKeys,
    ports: noPorts,
    log,
    site: testSite,
  };
  // What loading the city told is delivered before anybody listens.
  await tick(runtime);
  ear = new pg.Client(connection);
  await ear.connect();
  ear.on('notification', ({ payload = '' }) => heard.push(...payload.split('\n')));
  await ear.query(`listen ${streamChannel}`);
});
afterAll(async () => {
  await ear.end();
  await runtime.db.stop();
  await dropDatabase(inject('cluster'), name);
});

const say = (...topics: string[]) =>
  transact(runtime, systemActor, async (ctx) => announce(ctx, ...topics));

/** What live screens have heard once the notifications sent so far have come in. */
async function heardSoFar(): Promise<string[]> {
  await ear.query('select 1');
  return heard.splice(0).sort();
}

test('a transaction that is open while later ones are delivered is delivered when it commits', async () => {
  const gate = Promise.withResolvers<void>();
  const began = Promise.withResolvers<void>();
  const slow = transact(runtime, systemActor, async (ctx) => {
    await ctx.tx
      .insertInto('platform.outbox')
      .values({
        city_id: ctx.cityId,
        at: ctx.now,
        events: '[]',
        topics: ['slow'],
      })
      .execute();
    began.resolve();
    await gate.promise;
  });
  await began.promise;
  await say('quick');
  expect(await tick(runtime)).toEqual({ news: 1, alarms: 0 });
  expect(await heardSoFar()).toEqual(['quick']);
  gate.resolve();
  await slow;
  expect(await tick(runtime)).toEqual({ news: 1, alarms: 0 });
  expect(await heardSoFar()).toEqual(['slow']);
  expect(await tick(runtime)).toEqual({ news: 0, alarms: 0 });
});

test('what a rolled-back transaction said is never heard', async () => {
  const refused = transact(runtime, systemActor, async (ctx) => {
    announce(ctx, 'never');
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');
  expect(await tick(runtime)).toEqual({ news: 0, alarms: 0 });
});

test('more topics than one notification carries arrive in several, each once', async () => {
  const topics = Array.from({ length: 700 }, (_, no) => `unit:350600/350626/${350626100000 + no}`);
  await say(...topics);
  await say(...topics.slice(0, 100));
  await tick(runtime);
  expect(await heardSoFar()).toEqual(topics);
});

test('a job that reads its subject anew hears the latest of what is delivered together, each subject by itself', async () => {
  const each = job('test:each', news);
  const latest = job('test:latest', news);
  on('identity.signed-in', each);
  onLatest('identity.signed-in', latest);
  const [one, other] = [newId(testStart), newId(testStart)];
  for (const id of [one, one, other, one])
    await transact(runtime, systemActor, async (ctx) =>
      tell(ctx, { kind: 'account', id }, 'identity.signed-in', {}),
    );
  expect(await tick(runtime)).toEqual({ news: 4, alarms: 0 });
  const { rows } = await sql<{ name: string; id: string; seq: number }>`
    select t.identifier as name, payload #>> '{inputs,0,id}' as id,
      (payload #>> '{inputs,0,seq}')::integer as seq
    from graphile_worker._private_jobs as j
    join graphile_worker._private_tasks as t on t.id = j.task_id
    where t.identifier like 'test:%'
    order by name, seq, id`.execute(runtime.db.kysely);
  expect(rows.filter(({ name }) => name === 'test:each')).toHaveLength(4);
  expect(rows.filter(({ name }) => name === 'test:latest').map(({ id, seq }) => [id, seq])).toEqual(
    [
      [other, 1],
      [one, 3],
    ],
  );
});

test('what somebody waits for is taken before what came earlier', async () => {
  const [slow, quick] = [job('test:slow', z.object({})), job('test:quick', z.object({}))];
  aheadOfOthers(quick);
  await transact(runtime, systemActor, async (ctx) => {
    later(ctx, slow, {}, { at: ctx.now, key: 'a' });
    later(ctx, quick, {}, { at: ctx.now, key: 'b' });
  });
  await tick(runtime);
  const { rows } = await sql<{ name: string }>`
    select task_identifier as name
    from graphile_worker.jobs
    where task_identifier in ('test:slow', 'test:quick')
    order by priority, run_at, id`.execute(runtime.db.kysely);
  expect(rows.map(({ name }) => name)).toEqual(['test:quick', 'test:slow']);
});

test('what was told together waits as one by kind and subject, up to sixteen; what stands in line or may be set again waits alone', async () => {
  const no = z.object({ no: z.int() });
  const [joined, inLine, apart] = [
    job('test:joined', no),
    job('test:one-line', no),
    job('test:apart', no),
  ];
  const heard = job('test:heard', news);
  oneAtATime(inLine);
  for (const each of [joined, inLine]) handle(each, async () => {});
  handleApart(apart, async () => {});
  handle(heard, async () => {});
  on('orders.note-added', heard);
  const [first, second] = [newId(testStart), newId(testStart)];
  await transact(runtime, systemActor, async (ctx) => {
    for (const id of [second, first, second])
      tell(ctx, { kind: 'order', id }, 'orders.note-added', {});
    for (let each = 0; each < 20; each += 1) enqueue(ctx, joined, { no: each });
    for (const one of [inLine, apart])
      for (let each = 0; each < 2; each += 1) enqueue(ctx, one, { no: each });
    later(ctx, joined, { no: 100 }, { at: ctx.now, key: 'again' });
  });
  await tick(runtime);
  const { rows } = await sql<{ name: string; inputs: { no?: number; id?: string }[] }>`
    select t.identifier as name, payload -> 'inputs' as inputs
    from graphile_worker._private_jobs as j
    join graphile_worker._private_tasks as t on t.id = j.task_id
    where t.identifier in ('test:joined', 'test:one-line', 'test:apart', 'test:heard')
    order by j.id`.execute(runtime.db.kysely);
  const of = (name: string) =>
    rows
      .filter((row) => row.name === name)
      .map(({ inputs }) => inputs.map(({ no: each, id }) => each ?? id));
  expect(of('test:heard')).toEqual([[first, second, second]]);
  const sizes = of('test:joined').map(({ length }) => length);
  expect(sizes.toSorted((a, b) => a - b)).toEqual([1, 4, 16]);
  expect(of('test:joined').flat().toSorted()).toEqual(
    [...Array.from({ length: 20 }, (_, each) => each), 100].toSorted(),
  );
  expect(of('test:joined')).toContainEqual([100]);
  expect(of('test:one-line')).toEqual([[0], [1]]);
  expect(of('test:apart')).toEqual([[0], [1]]);
});
