import { expect, inject, test } from 'vitest';
import { openDatabase } from '../../platform/db.ts';
import { createLog } from '../../platform/log.ts';
import { testStart } from '../../platform/testing/test-city.ts';
import { createDatabase, dropDatabase, freeName } from '../../platform/testing/test-cluster.ts';
import { headsQuery } from './log-until.ts';

const dayMs = 86_400_000;
const eventsADay = 5000;
const days = 25;

test('one day of a full log is found by its block ranges, without reading the log', async () => {
  const name = freeName();
  const cluster = inject('cluster');
  await createDatabase(cluster, name);
  const db = openDatabase({ ...cluster, database: name }, createLog('warn'));
  try {
    await db.ensureMonth(testStart);
    await db.pool.query(
      `insert into platform.event
         (city_id, subject_id, seq, subject_kind, at, type, actor_kind, data, prev_hash, hash)
       select 3506,
         (lpad(to_hex(($1::bigint + no * ($2::bigint / $3::int))), 12, '0') || '70008000' || lpad(to_hex(no), 12, '0'))::uuid,
         1, 'order', to_timestamp(($1::bigint + no * ($2::bigint / $3::int)) / 1000.0), 'orders.accepted', 'system',
         jsonb_build_object('to', 'accepted', 'padding', repeat('x', 200)), null, sha256(no::text::bytea)
       from generate_series(0, $3::int * $4::int - 1) as no`,
      [testStart.getTime(), dayMs, eventsADay, days],
    );
    await db.pool.query('vacuum (analyze) platform.event');
    const from = new Date(testStart.getTime() + 20 * dayMs);
    const until = new Date(from.getTime() + dayMs);
    const { rows } = await db.pool.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers) ${headsQuery({ cityId: 3506, from, until })}`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('_at_idx');
    expect(plan).not.toMatch(/Seq Scan on event_2026_03/);
    const [, read = '0'] = /Buffers: shared hit=(\d+)/.exec(plan) ?? [];
    const { rows: sizes } = await db.pool.query<{ pages: number }>(
      `select sum(pg_relation_size(relid)) / 8192 as pages from pg_partition_tree('platform.event') where isleaf`,
    );
    expect(Number(read)).toBeGreaterThan(0);
    expect(Number(read)).toBeLessThan(Number(sizes[0]?.pages) / 5);
  } finally {
    await db.stop();
    await dropDatabase(cluster, name);
  }
});
