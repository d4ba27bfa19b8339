import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLog } from '../../server/src/audit/verify-log.ts';
import type { TestServer } from '../../server/src/platform/testing/test-server.ts';
import { testServer } from '../../server/test/kit.ts';
import { loadClosedMonth } from './closed-month.ts';
import { partsOf } from './loaded-parts.ts';
import { makeOldWords } from './old-words.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

async function verdict() {
  const client = await server.runtime.db.pool.connect();
  return verifyLog(client).finally(() => client.release());
}

test('closed orders sealed inside PostgreSQL verify as those of the program do, and a changed one does not', async () => {
  const { pool } = server.runtime.db;
  const before = await verdict();
  await partsOf(pool);
  await makeOldWords(pool);
  await loadClosedMonth(pool, { month: '2020-02', rows: 7, firstNo: 20 });
  const loaded = await verdict();
  expect(loaded.broken).toEqual([]);
  expect([loaded.chains - before.chains, loaded.events - before.events]).toEqual([7, 21]);
  expect([...(await partsOf(pool))].map(([part, { rows }]) => [part, rows])).toEqual([
    ['closed 2020-02', 7],
  ]);

  const event = 'platform.event_2020_02';
  await pool.query(`alter table ${event} disable trigger user`);
  await pool.query(
    `update ${event} set data = data || '{"kind": "unsolved"}'
     where (subject_id, seq) = (select subject_id, 3 from ${event} limit 1)`,
  );
  const changed = await verdict();
  expect(changed.broken).toMatchObject([{ what: 'chain', kind: 'order', seq: 3 }]);
}, 60_000);
