import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from './actor.ts';
import { tablesOf } from './db.ts';
import { noPorts } from './testing/no-ports.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';
import { transact } from './transact.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({ ports: noPorts, routes: [], resolveActor: async () => null });
});
afterAll(() => server.stop());

const kept = (key: string, at: Date) => ({
  city_id: 3506,
  key,
  at,
  job: 'test',
  payload: '{}',
});

test('an insert nobody waits for stands when the transaction does', async () => {
  await server.runtime.db.transaction(async (tx) => {
    const alarms = tablesOf<'platform'>(tx);
    await alarms
      .insertInto('platform.alarm')
      .values(kept('stands', new Date(0)))
      .execute();
    const { rows } = await sql`select from platform.alarm where key = 'stands'`.execute(tx);
    expect(rows).toHaveLength(1);
  });
});

test('an insert that fails says why, at the next statement as at commit, and leaves nothing', async () => {
  const twice = (then: 'ask' | 'commit') =>
    server.runtime.db.transaction(async (tx) => {
      const alarms = tablesOf<'platform'>(tx);
      const row = kept(`twice ${then}`, new Date(0));
      await alarms.insertInto('platform.alarm').values(row).execute();
      await alarms.insertInto('platform.alarm').values(row).execute();
      if (then === 'ask') await sql`select 1`.execute(tx);
    });
  await expect(twice('ask')).rejects.toMatchObject({ code: '23505', constraint: 'alarm_pkey' });
  await expect(twice('commit')).rejects.toMatchObject({ code: '23505', constraint: 'alarm_pkey' });
  const { rows } = await server.runtime.db.pool.query(
    "select from platform.alarm where key like 'twice%'",
  );
  expect(rows).toEqual([]);
});

test('what is asked together is answered in the order it was sent, each to its asker', async () => {
  const [slow, quick] = await server.runtime.db.transaction((tx) =>
    Promise.all([
      sql<{ what: string }>`select 'slow' as what from pg_sleep(0.05)`.execute(tx),
      sql<{ what: string }>`select 'quick' as what`.execute(tx),
    ]),
  );
  expect([slow.rows[0]?.what, quick.rows[0]?.what]).toEqual(['slow', 'quick']);
});

test('a table that gets a column more is read again, prepared anew', async () => {
  const { db } = server.runtime;
  await db.pool.query('create table public.grows (id integer)');
  await db.pool.query('insert into public.grows values (1)');
  let tries = 0;
  const read = () =>
    transact(server.runtime, systemActor, async (ctx) => {
      tries += 1;
      const { rows } = await sql`/* kept */ select * from public.grows`.execute(ctx.tx);
      return rows;
    });
  // Every connection of the pool prepares it.
  await Promise.all(Array.from({ length: 20 }, read));
  await db.pool.query('alter table public.grows add column name text');
  tries = 0;
  expect(await read()).toEqual([{ id: 1, name: null }]);
  expect(tries).toBe(2);
});
