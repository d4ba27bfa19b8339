import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from './actor.ts';
import { addUp, type Sums } from './add-up.ts';
import type { Context } from './context.ts';
import { noPorts } from './testing/no-ports.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';
import { transact, transactTogether } from './transact.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({ ports: noPorts, routes: [], resolveActor: async () => null });
  await sql`create table public.added (city_id smallint, name text primary key, count integer)`.execute(
    server.runtime.db.kysely,
  );
});
afterAll(() => server.stop());

const sums: Sums = {
  name: 'added',
  write: (cityId, added) => sql`
    insert into public.added (city_id, name, count)
    select ${cityId}::smallint, key ->> 0, by
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as a (key jsonb, by integer)
    order by key
    on conflict (name) do update set count = added.count + excluded.count`,
};

const add = (ctx: Context, name: string, by = 1) => addUp(ctx, sums, { key: [name], by });

async function kept() {
  const { rows } = await sql<{ name: string; count: number }>`
    select name, count from public.added order by name`.execute(server.runtime.db.kysely);
  return rows.map(({ name, count }) => [name, count]);
}

test('what a long batch adds to keeps nobody else from it, and all of it is added', async () => {
  const other = Promise.withResolvers<void>();
  const batch = transactTogether(server.runtime, systemActor, [
    async (ctx) => add(ctx, 'a'),
    // Would wait for ever, were the row of the first held by now.
    async () => other.promise,
    async (ctx) => {
      add(ctx, 'a', 2);
      add(ctx, 'b', 3);
      add(ctx, 'nothing', 1);
    },
    async (ctx) => add(ctx, 'nothing', -1),
  ]);
  await transact(server.runtime, systemActor, async (ctx) => {
    add(ctx, 'b', 10);
    add(ctx, 'a', 10);
  });
  other.resolve();
  await batch;
  expect(await kept()).toEqual([
    ['a', 13],
    ['b', 13],
  ]);
});

test('of a batch that fails nothing is added', async () => {
  const failing = transactTogether(server.runtime, systemActor, [
    async (ctx) => add(ctx, 'c'),
    () => Promise.reject(new Error('no')),
  ]);
  await expect(failing).rejects.toThrow('no');
  expect((await kept()).map(([name]) => name)).not.toContain('c');
});
