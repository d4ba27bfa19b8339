import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { systemClock } from './clock.ts';
import { openDatabase } from './db.ts';
import { giveJobs } from './give-jobs.ts';
import { startQueue } from './job-queue.ts';
import { handle, job, oneAtATime } from './jobs.ts';
import { createLog } from './log.ts';
import { noPorts } from './testing/no-ports.ts';
import { testCity, testKeys, testSite } from './testing/test-city.ts';
import { createDatabase, dropDatabase, freeName } from './testing/test-cluster.ts';
import { tasksOf } from './worker.ts';

const stood: number[] = [];
const standing = job('test:standing', z.object({ no: z.int() }));
oneAtATime(standing);
handle(standing, async (_, { no }) => {
  stood.push(no);
});

const name = freeName();
beforeAll(() => createDatabase(inject('cluster'), name));
afterAll(() => dropDatabase(inject('cluster'), name));

test('who stands in a line is taken as soon as the one before is done, not with the next poll', async () => {
  const log = createLog('silent');
  const db = openDatabase({ ...inject('cluster'), database: name }, log);
  const runtime = {
    ...{ db, clock: systemClock, city: testCity, keys: testKeys },
    ...{ ports: noPorts, log, site: testSite },
  };
  const never = 3_600_000;
  const queue = await startQueue(runtime, tasksOf(runtime), never);
  const all = Array.from({ length: 12 }, (_, no) => no);
  await db.transaction((tx) =>
    giveJobs(
      tx,
      all.map((no) => ({
        identifier: standing.name,
        payload: { cityId: testCity.cityId, input: { no } },
        job_key: null,
        isOnce: true,
      })),
      null,
    ),
  );
  const until = performance.now() + 15_000;
  while (stood.length < all.length && performance.now() < until) await pause(20);
  await queue.stop();
  await db.stop();
  expect(stood).toEqual(all);
});
