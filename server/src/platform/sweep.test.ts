import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pretendPorts } from '../../test/pretend-ports.ts';
import '../assembly.ts';
import { doChores } from './chores.ts';
import { sweepOnce } from './sweep.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({
    resolveActor: async () => null,
    routes: [],
    ports: pretendPorts(),
  });
});
afterAll(() => server.stop());
beforeEach(() => run('truncate intake.import_run, identity.session'));

const run = (statement: string) => sql.raw(statement).execute(server.runtime.db.kysely);
const hours = (count: number) =>
  new Date(server.clock.now().getTime() + count * 3_600_000).toISOString();

async function left(table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)}`.execute(server.runtime.db.kysely);
  return rows[0]?.count ?? 0;
}

const runs = (count: number, cityId: number, at: string) =>
  run(`insert into intake.import_run (city_id, file_digest, mapping, rows_done, rows_bad, started_at)
    select ${cityId}, '', n || '${at}', 0, 0, '${at}' from generate_series(1, ${count}) as n`);

// A table nobody sweeps: the server's own worker keeps out of it.
const old = { table: 'intake.import_run', overAt: 'started_at', keptHours: 24 } as const;

test('what is over leaves, a thousand at a time; the rest and other cities stay', async () => {
  const { cityId } = server.runtime.city;
  await runs(1500, cityId, hours(-25));
  await runs(7, cityId, hours(-23));
  await runs(3, cityId + 1, hours(-25));
  expect(await sweepOnce(server.runtime, old)).toBe(1000);
  expect(await sweepOnce(server.runtime, old)).toBe(500);
  expect(await sweepOnce(server.runtime, old)).toBe(0);
  expect(await left('intake.import_run')).toBe(10);
});

test('two workers at once share the rows and wait for nobody', async () => {
  await runs(1500, server.runtime.city.cityId, hours(-25));
  const swept = await Promise.all([1, 2].map(() => sweepOnce(server.runtime, old)));
  expect(swept.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1500);
  await sweepOnce(server.runtime, old);
  expect(await left('intake.import_run')).toBe(0);
});

test('every worker sweeps what the modules named: sessions that ended, by the clock of the city', async () => {
  const session = (at: string) =>
    run(`insert into identity.session (token_hash, id, city_id, kind, made_at, expires_at)
      values (sha256('${at}'), gen_random_uuid(), ${server.runtime.city.cityId}, 'staff', '${at}', '${at}')`);
  for (const at of [hours(-25), hours(-1), hours(12)]) await session(at);
  await doChores(server.runtime, new Map());
  expect(await left('identity.session')).toBe(2);
});
