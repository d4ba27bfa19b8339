import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { systemActor } from './actor.ts';
import type { Context } from './context.ts';
import { openDatabase } from './db.ts';
import { historyOf, isNew, tell, verifyChain } from './events.ts';
import { newId } from './ids.ts';
import { createLog } from './log.ts';
import { migrate } from './migrate.ts';
import { Refusal } from './refusal.ts';
import { noPorts } from './testing/no-ports.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';
import { transact, transactTogether } from './transact.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({ ports: noPorts, routes: [], resolveActor: async () => null });
});
afterAll(() => server.stop());

const newOrder = () => ({ kind: 'order', id: newId(server.clock.now()) }) as const;

test('two writers of one chain: the later is tried again and both stand', async () => {
  const order = newOrder();
  let tries = 0;
  const write = () =>
    transact(server.runtime, systemActor, async (ctx) => {
      tries += 1;
      tell(ctx, order, 'orders.note-added', { textNo: tries });
      // Both have read nothing yet: they meet at the primary key.
      await sql`select pg_sleep(0.05)`.execute(ctx.tx);
    });
  await Promise.all([write(), write(), write()]);
  const history = await transact(server.runtime, systemActor, (ctx) => historyOf(ctx, order));
  expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(verifyChain(history)).toEqual({ ok: true });
  expect(tries).toBeGreaterThanOrEqual(3);
});

test('as many writers of one chain as there are connections: one of them wins each time, all in the end', async () => {
  const account = { kind: 'account', id: newId(server.clock.now()) } as const;
  const writers = 8;
  const allIn = Promise.withResolvers<void>();
  let waiting = 0;
  const write = () => {
    let isFirst = true;
    return transact(server.runtime, systemActor, async (ctx) => {
      tell(ctx, account, 'identity.signed-in', {});
      if (!isFirst) return;
      isFirst = false;
      waiting += 1;
      if (waiting === writers) allIn.resolve();
      await allIn.promise;
    });
  };
  await Promise.all(Array.from({ length: writers }, write));
  const history = await transact(server.runtime, systemActor, (ctx) => historyOf(ctx, account));
  expect(history).toHaveLength(writers);
});

test('a collision that never ends is given up', async () => {
  const order = newOrder();
  const open = () =>
    transact(server.runtime, systemActor, async (ctx) => {
      isNew(ctx, order);
      tell(ctx, order, 'intake.received', {});
    });
  await open();
  await expect(open()).rejects.toMatchObject({ code: '23505' });
});

test('a refusal, a bug and a failing last statement leave nothing, and each says what it was', async () => {
  const order = newOrder();
  const fail = (error: Error) =>
    transact(server.runtime, systemActor, async (ctx) => {
      tell(ctx, order, 'orders.note-added', {});
      throw error;
    });
  await expect(fail(new Refusal('platform.not-found'))).rejects.toMatchObject({
    code: 'platform.not-found',
  });
  await expect(fail(new Error('a bug'))).rejects.toThrow('a bug');
  const ofAnotherMonth = { kind: 'order', id: newId(new Date('1999-01-01T00:00:00Z')) } as const;
  const flushFails = transact(server.runtime, systemActor, async (ctx) => {
    tell(ctx, order, 'orders.note-added', {});
    tell(ctx, ofAnotherMonth, 'orders.note-added', {});
  });
  await expect(flushFails).rejects.toThrow('no partition');
  const history = await transact(server.runtime, systemActor, (ctx) => historyOf(ctx, order));
  expect(history).toEqual([]);
});

test('use cases of one transaction hear what the one before told, and stand or fall together', async () => {
  const order = newOrder();
  const seen: number[] = [];
  const note = async (ctx: Context) => {
    seen.push((await historyOf(ctx, order)).length);
    tell(ctx, order, 'orders.note-added', { textNo: seen.length });
  };
  await transactTogether(server.runtime, systemActor, [note, note, note]);
  expect(seen).toEqual([0, 1, 2]);
  const failing = async () => {
    throw new Error('the last');
  };
  await expect(
    transactTogether(server.runtime, systemActor, [note, note, failing]),
  ).rejects.toThrow('the last');
  const history = await transact(server.runtime, systemActor, (ctx) => historyOf(ctx, order));
  expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(verifyChain(history)).toEqual({ ok: true });
});

test('what is answered with yes waits for the disk, what would be done again does not', async () => {
  const { rows } = await server.runtime.db.pool.query<{ database: string }>(
    'select current_database() as database',
  );
  const database = rows[0]?.database ?? '';
  // As installed; the tests' own cluster never waits.
  await server.runtime.db.pool.query(`alter database "${database}" set synchronous_commit to on`);
  const db = openDatabase({ ...inject('cluster'), database }, createLog('warn'));
  const runtime = { ...server.runtime, db };
  const said: string[] = [];
  const ask = async ({ tx }: Context) => {
    const shown = await sql<{ value: string }>`
      select current_setting('synchronous_commit') as value`.execute(tx);
    said.push(shown.rows[0]?.value ?? '');
  };
  await transactTogether(runtime, systemActor, [ask]);
  // What the process remembers of one is on the disk when it does.
  for (let round = 1; round <= 5; round += 1) {
    let [remembered, written] = [0, ''];
    await transactTogether(runtime, systemActor, [
      async (ctx) => {
        const { rows: said } = await sql<{ at: string }>`
          select pg_logical_emit_message(true, 'test', 'remembered')::text as at`.execute(ctx.tx);
        written = said[0]?.at ?? '';
        ctx.unitOfWork.afterwards.push(() => {
          remembered += 1;
        });
      },
      async () => {},
    ]);
    const { rows: flushed } = await db.pool.query<{ is: boolean }>(
      'select pg_current_wal_flush_lsn() >= $1::pg_lsn as is',
      [written],
    );
    expect({ remembered, ...flushed[0] }).toEqual({ remembered: 1, is: true });
  }
  // The same connection, and then every other.
  await transact(runtime, systemActor, ask);
  await Promise.all(Array.from({ length: 20 }, () => transact(runtime, systemActor, ask)));
  await db.stop();
  expect(said).toEqual(['off', ...Array.from({ length: 21 }, () => 'on')]);
});

test('the trace of a refusal stays, and waits for no second connection while it holds the first', async () => {
  const order = newOrder();
  await transact(server.runtime, systemActor, async (ctx) => {
    isNew(ctx, order);
    tell(ctx, order, 'intake.received', {});
  });
  const refused = (no: number) =>
    transact(server.runtime, systemActor, async (ctx) => {
      tell(ctx, order, 'orders.note-added', {});
      throw new Refusal('platform.not-found', {}, async (own) =>
        tell(own, newOrder(), 'intake.received', { no }),
      );
    });
  const asked = Array.from({ length: 30 }, (_, no) => refused(no));
  for (const answer of await Promise.allSettled(asked)) {
    expect(answer).toMatchObject({ reason: { code: 'platform.not-found' } });
  }
  const { rows } = await server.runtime.db.pool.query<{ traces: number; notes: number }>(
    `select count(*) filter (where data ? 'no')::int as traces,
       count(*) filter (where type = 'orders.note-added' and subject_id = $1)::int as notes
     from platform.event`,
    [order.id],
  );
  expect(rows[0]).toEqual({ traces: 30, notes: 0 });
});

test('months are made on demand, once, by however many ask: a clock far ahead, rows of 2017', async () => {
  const { db } = server.runtime;
  const old = new Date('2017-05-31T16:30:00Z');
  await Promise.all([1, 2, 3, 4].map(() => db.ensureMonth(old)));
  const order = { kind: 'order', id: newId(old) } as const;
  await transact(server.runtime, systemActor, async (ctx) =>
    tell(ctx, order, 'intake.received', {}),
  );
  server.clock.set(new Date('2031-12-31T23:59:59Z'));
  await transact(server.runtime, systemActor, async (ctx) =>
    tell(ctx, newOrder(), 'intake.received', {}),
  );
  const { rows } = await db.pool.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits
     where inhparent = 'platform.event'::regclass order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['platform.event_2017_05', 'platform.event_2031_12']),
  );
});

test('migrations that ran are not run again', async () => {
  expect(await migrate(server.runtime.db.pool, server.clock.now())).toEqual([]);
});
