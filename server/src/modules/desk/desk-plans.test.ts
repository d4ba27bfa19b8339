import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCity, testServer } from '../../../test/kit.ts';
import { rowsRead } from '../../../test/what-was-read.ts';
import type { Context } from '../../platform/context.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { counters } from './counters.ts';
import { deskAssignments } from './desk-assignments.ts';
import { deskOrders } from './desk-orders.ts';
import { foldCounters } from './fold-counters.ts';
import './index.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };

/** Tables grow without an end: a desk may never read one from its beginning. */
const growing = ['order', 'text', 'assignment', 'follow_up', 'delta'];

/** What this transaction read so far, by index and without one. */
async function readSoFar(ctx: Context): Promise<{ scans: number; indexes: string[] }> {
  const { rows } = await sql<{ scans: number }>`
    select coalesce(sum(seq_scan), 0)::integer as scans
    from pg_stat_xact_user_tables
    where regexp_replace(relname, '_\\d{4}_\\d{2}$', '') = any (${growing}::text[])`.execute(
    ctx.tx,
  );
  const used = await sql<{ indexrelname: string }>`
    select distinct i.indexrelid::regclass::text as indexrelname
    from pg_index as i
    where pg_stat_get_xact_numscans(i.indexrelid) > 0`.execute(ctx.tx);
  return {
    scans: rows[0]?.scans ?? 0,
    indexes: used.rows.map(({ indexrelname }) => indexrelname),
  };
}

/** Duties of other units on the same orders, so that the index by unit is what finds a unit's own. */
async function othersHaveDuties(ctx: Context): Promise<void> {
  await sql`
    insert into dispatch.assignment
      (city_id, order_id, id, unit_code, unit_path, unit_kind, role, state, round, urgency, sent_at)
    select city_id, order_id, gen_random_uuid(), 'other.' || no, '350600/other.' || no, unit_kind, 'assist', 'sent',
      round, urgency, sent_at
    from dispatch.assignment, generate_series(1, 2000) as no`.execute(ctx.tx);
  const month = ctx.now.toISOString().slice(0, 7).replace('-', '_');
  await sql`analyze ${sql.table(`dispatch.assignment_${month}`)}`.execute(ctx.tx);
}

describe('a desk is read by its index', () => {
  // With a handful of rows the planner would rather read them all; forbidden that, it shows what it can do.
  const withoutScans = (ctx: Context) => sql`set local enable_seqscan = off`.execute(ctx.tx);

  test(
    'orders by the index of open ones, duties by that of the unit, counters by their keys',
    inCity(async ({ anOrder, ctx, as }) => {
      await anOrder.inProgress();
      await anOrder.toDispatch();
      await othersHaveDuties(ctx);
      await withoutScans(ctx);
      const before = await readSoFar(ctx);
      const one = await as('dispatcher').do(deskOrders, { desk: 'to-dispatch' });
      await as('shift-lead').do(deskOrders, { desk: 'to-check' });
      await as('call-back-agent').do(deskOrders, { desk: 'follow-up' });
      const duties = await as('handler', bureau).do(deskAssignments, { desk: 'unit-sent' });
      await as('handler', bureau).do(counters, undefined);
      expect([one.rows.length, duties.rows.length]).toEqual([1, 1]);
      const after = await readSoFar(ctx);
      expect(after.scans - before.scans).toBe(0);
      const used = after.indexes.join(' ');
      expect(used).toMatch(/order_\d{4}_\d{2}_city_id_status_urgency_id_idx/);
      // By the unit's path, of open duties or of all: with so few rows the planner may take either.
      expect(used).toMatch(/assignment_\d{4}_\d{2}_city_id_unit_path_\w+_idx/);
      expect(used).toMatch(/desk\.delta_pkey/);
    }),
  );

  test(
    'what is owed too long by the indexes that hold what is owed',
    inCity(async ({ anOrder, ctx, as }) => {
      await anOrder.inProgress({ matterCode: '010402', type: 'TS' });
      await withoutScans(ctx);
      for (const desk of ['ledger-late', 'report-late'] as const)
        await as('shift-lead').do(deskOrders, { desk });
      const used = (await readSoFar(ctx)).indexes.join(' ');
      expect(used).toMatch(/ledger_review_late/);
      expect(used).toMatch(/assignment_\d{4}_\d{2}_city_id_stage_report_due_at_id_idx/);
    }),
  );
});

/** Four years of months with nothing in them that waits: the more of them, the cheaper a plan seems that sorts. */
async function yearsBefore(ctx: Context): Promise<void> {
  for (let no = 6; no < 54; no += 1) {
    const { rows } = await sql<{ part: string; from: string; before: string }>`
      select to_char(month, '"order"_YYYY_MM') as part, platform.first_id(month) as from,
        platform.first_id(month + interval '1 month') as before
      from date_trunc('month', ${ctx.now}::timestamptz at time zone 'UTC' - ${no} * interval '1 month')
        as start, timezone('UTC', start) as month`.execute(ctx.tx);
    for (const { part, from, before } of rows)
      await sql`create table ${sql.table(`orders.${part}`)} partition of orders.order
        for values from (${sql.lit(from)}) to (${sql.lit(before)})`.execute(ctx.tx);
  }
}

/** So many more that wait as the one that is there does, all as urgent. */
async function manyWait(ctx: Context, count: number): Promise<void> {
  await sql`
    insert into orders.order
    select (jsonb_populate_record(o, jsonb_build_object(
      'id', platform.first_id(${ctx.now}::timestamptz + no * interval '1 second'), 'order_no', 'plan' || no))).*
    from orders.order as o, generate_series(1, ${count}::integer) as no`.execute(ctx.tx);
  const month = ctx.now.toISOString().slice(0, 7).replace('-', '_');
  await sql`analyze ${sql.table(`orders.order_${month}`)}`.execute(ctx.tx);
}

test(
  'a further page reads a page of those that wait, however many are as urgent',
  inCity(async ({ anOrder, ctx, as }) => {
    await anOrder.toDispatch();
    await yearsBefore(ctx);
    await manyWait(ctx, 5000);
    const first = await as('dispatcher').do(deskOrders, { desk: 'to-dispatch' });
    const before = await rowsRead(ctx, ['orders.order']);
    const cursor = first.next ?? '';
    const second = await as('dispatcher').do(deskOrders, { desk: 'to-dispatch', cursor });
    const after = await rowsRead(ctx, ['orders.order']);
    expect(second.rows.length).toBe(50);
    expect(second.rows[0]?.id).not.toBe(first.rows[0]?.id);
    expect(after.all - before.all).toBeLessThan(500);
  }),
);

test(
  'page after page goes from one urgency to the next, and loses and doubles nothing',
  inCity(async ({ anOrder, ctx, as }) => {
    await anOrder.toDispatch();
    await manyWait(ctx, 129);
    await sql`update orders.order set urgency = 'U2' where order_no like 'plan%' and order_no > 'plan5'`.execute(
      ctx.tx,
    );
    const seen: { id: string; urgency: string }[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const asked = { desk: 'to-dispatch' as const, ...(cursor ? { cursor } : {}) };
      const { rows, next } = await as('dispatcher').do(deskOrders, asked);
      seen.push(...rows);
      cursor = next;
    }
    const sorted = seen.toSorted((a, b) =>
      `${a.urgency} ${a.id}` < `${b.urgency} ${b.id}` ? -1 : 1,
    );
    expect([new Set(seen.map(({ id }) => id)).size, seen]).toEqual([130, sorted]);
    expect(new Set(seen.map(({ urgency }) => urgency)).size).toBe(2);
  }),
);

describe('合并计数', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(async () => {
    await server.stop();
  });

  async function stored(): Promise<{ kept: number; waiting: number }> {
    const { rows } = await sql<{ kept: number; waiting: number }>`
      select coalesce((select sum(count) from desk.counter where key = 'a'), 0)::integer as kept,
        (select count(*) from desk.delta where key = 'a')::integer as waiting`.execute(
      server.runtime.db.kysely,
    );
    return rows[0] ?? { kept: 0, waiting: 0 };
  }

  test('every delta is folded once, however many fold at the same time', async () => {
    for (let round = 1; round <= 3; round += 1) {
      await sql`
        insert into desk.delta (city_id, key, delta)
        select ${server.runtime.city.cityId}, 'a', case when at % 3 = 0 then -1 else 1 end
        from generate_series(1, 3000) as at`.execute(server.runtime.db.kysely);
      await Promise.all([1, 2, 3, 4].map(() => foldCounters(server.runtime)));
      await foldCounters(server.runtime);
      // The server's own upkeep folds as well: what it holds is there once it commits.
      await expect.poll(stored, { timeout: 15_000 }).toEqual({ kept: 1000 * round, waiting: 0 });
    }
  });
});
