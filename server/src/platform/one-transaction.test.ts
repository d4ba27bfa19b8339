import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from './db.ts';
import { inOneTransaction } from './one-transaction.ts';
import { noPorts } from './testing/no-ports.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({ resolveActor: async () => null, routes: [], ports: noPorts });
});
afterAll(() => server.stop());

const march = new Date('2031-03-05T00:00:00Z');

/** An alarm far ahead, set by a transaction of its own. */
const setAlarm = (db: Database, key: string, end: () => void = () => {}) =>
  db.transaction(async (tx) => {
    await sql`
      insert into platform.alarm (city_id, key, at, job, payload)
      values (1, ${key}, ${march}, 'test:never', '{}')`.execute(tx);
    end();
  });

async function alarms(): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from platform.alarm where city_id = 1 order by key`.execute(
    server.runtime.db.kysely,
  );
  return rows.map(({ key }) => key);
}

const fail = () => {
  throw new Error('too late');
};

test('parts that fail are undone alone, and asked for at once they follow each other', async () => {
  const { db } = server.runtime;
  await inOneTransaction(db, [march], async (whole) => {
    const settled = await Promise.allSettled([
      setAlarm(whole, 'a'),
      setAlarm(whole, 'b', fail),
      // The database itself says no: the key is taken.
      setAlarm(whole, 'a'),
      setAlarm(whole, 'c'),
    ]);
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await alarms()).toEqual([]);
  });
  expect(await alarms()).toEqual(['a', 'c']);
});

test('what ends in the middle leaves nothing', async () => {
  const ended = inOneTransaction(server.runtime.db, [march], async (whole) => {
    await setAlarm(whole, 'd');
    fail();
  });
  await expect(ended).rejects.toThrow('too late');
  expect(await alarms()).toEqual(['a', 'c']);
});

test('a month nobody made before is refused rather than waited for', async () => {
  await inOneTransaction(server.runtime.db, [march], async (whole) => {
    await whole.ensureMonth(march);
    await expect(whole.ensureMonth(new Date('2031-04-01T00:00:00Z'))).rejects.toThrow('2031-04');
  });
});
