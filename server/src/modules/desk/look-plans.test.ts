import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsRead } from '../../../test/what-was-read.ts';
import type { Context } from '../../platform/context.ts';
import { findVisible, placedWords, tellings, visibleAmong, wordsToLearn } from '../orders/index.ts';
import { deskOrders } from './desk-orders.ts';
import { look } from './look.ts';
import type { Place } from './look-back.ts';
import type { Filters } from './order-conditions.ts';
import { searchOrders } from './search-orders.ts';

const large = ['orders.order', 'orders.search'];

async function readBy<T>(ctx: Context, act: () => Promise<T>): Promise<{ all: number; got: T }> {
  const before = await rowsRead(ctx, large);
  const got = await act();
  const after = await rowsRead(ctx, large);
  return { all: after.all - before.all, got };
}

const fromTheTop: Place = { how: 'all', before: null, months: 1 };

test(
  'what no index finds is looked for among so many of the newest orders a step, and the next step goes on',
  { timeout: 120_000 },
  inCity(async ({ as, ctx }) => {
    await manyOrders(ctx, 40_000);
    await sql`
      update orders.order set urgency = 'U1', channel = 'other', area_code = '350626100101'
      where id in (select id from many where no in (100, 39000))`.execute(ctx.tx);
    const step = (filters: Filters, place: Place) =>
      readBy(ctx, () =>
        as('director').do(
          (inside) => look(inside, { filters, asked: null, place, most: 50 }),
          null,
        ),
      );
    const rare: readonly Filters[] = [
      { urgency: 'U1' },
      { area: '350626' },
      { urgency: 'U1', area: '350626', matter: '01' },
      { status: 'archived' },
    ];
    for (const filters of rare) {
      const first = await step(filters, fromTheTop);
      expect([filters, first.all < 25_000]).toEqual([filters, true]);
      let [found, steps, place] = [first.got.ids.length, 1, first.got.next];
      while (place) {
        const { all, got } = await step(filters, place);
        expect([filters, all < 25_000]).toEqual([filters, true]);
        [found, steps, place] = [found + got.ids.length, steps + 1, got.next];
      }
      expect([filters, found, steps]).toEqual([filters, filters.status ? 0 : 2, 4]);
    }
    const frequent = await step({ urgency: 'U3' }, fromTheTop);
    expect(frequent.got.ids).toHaveLength(50);
    // The end of the step is found by its key alone; here nothing is old enough to be read without its row.
    expect(frequent.all).toBeLessThan(11_000);
  }),
);

/** A word in every order of two years, one in a few of the oldest, one in all but those of the last forty days. */
async function yearsOfWords(ctx: Context): Promise<void> {
  const months = [...Array(26).keys()].map((ago) =>
    new Date(ctx.now.getTime() - ago * 27 * 86_400_000).toISOString().slice(0, 7),
  );
  for (const month of new Set(months))
    await sql`select platform.make_month(${month})`.execute(ctx.tx);
  await sql`
    create temporary table old on commit drop as
    select no, platform.first_id(${ctx.now}::timestamptz - no * interval '45 minutes') as id,
      ${ctx.now}::timestamptz - no * interval '45 minutes' as at
    from generate_series(1, 20000) as no`.execute(ctx.tx);
  await sql`
    insert into orders.order
      (city_id, id, order_no, status, status_since, issue_id, type, matter_code, area_code, urgency, secrecy, channel,
       accepted_at, needs_reply, needs_call_back, closed_at, close_kind)
    select ${ctx.cityId}, id, '350600-20240101-' || (800000 + no), 'closed', at, id, 'QZ', '010101', '350602001001',
      'U3', 0, 'phone', at, true, true, at, 'solved'
    from old`.execute(ctx.tx);
  await sql`
    insert into orders.search (city_id, order_id, words, bigrams)
    select ${ctx.cityId}, id,
      array_to_tsvector(array['工单'] || case when no > 19990 then array['路灯'] else '{}' end
        || case when no > 1280 then array['蛙鸣'] else '{}' end),
      array_to_tsvector(array['工单'])
    from old`.execute(ctx.tx);
  await sql`analyze orders.order, orders.search`.execute(ctx.tx);
  // As a vacuum leaves them: what waits to be sorted into an index of words is read through by every search.
  await sql`
    select gin_clean_pending_list(i.indexrelid::regclass)
    from pg_index as i
    join pg_class as c on c.oid = i.indexrelid
    where c.relam = (select oid from pg_am where amname = 'gin')
      and i.indrelid::regclass::text like 'orders.search_%'`.execute(ctx.tx);
}

/** So many, from that one back. */
async function newestOf(ctx: Context, from: number, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from old where no >= ${from} order by no limit ${count}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

/** Months of this table that statements of this transaction planned to read: what is left out before planning is not locked. */
async function monthsPlanned(ctx: Context, table: string): Promise<number> {
  const { rows } = await sql<{ months: number }>`
    select count(*)::integer as months
    from pg_locks as l
    join pg_inherits as i on i.inhrelid = l.relation
    where l.pid = pg_backend_pid() and l.mode = 'AccessShareLock' and i.inhparent = ${table}::regclass`.execute(
    ctx.tx,
  );
  return rows[0]?.months ?? 0;
}

test(
  'the rows of a page plan their own months only',
  { timeout: 120_000 },
  inCity(async ({ anOrder, as, ctx }) => {
    const { id } = await anOrder.toDispatch();
    for (let ago = 1; ago <= 12; ago += 1) {
      const month = new Date(ctx.now.getTime() - ago * 31 * 86_400_000).toISOString().slice(0, 7);
      await sql`select platform.make_month(${month})`.execute(ctx.tx);
    }
    const planned = async (act: () => Promise<unknown>) => {
      const before = await monthsPlanned(ctx, 'orders.text');
      await act();
      return (await monthsPlanned(ctx, 'orders.text')) - before;
    };
    await as('dispatcher').do(deskOrders, { desk: 'to-dispatch' });
    expect(await planned(() => as('director').do(searchOrders, { status: 'to-dispatch' }))).toBe(0);
    const ofAll = sql`
      select t.title
      from orders.order as o
      left join lateral (select title from orders.text where city_id = o.city_id and order_id = o.id) as t on true
      where o.city_id = ${ctx.cityId} and o.id = any (${[id]}::uuid[])`;
    expect(await planned(() => ofAll.execute(ctx.tx))).toBeGreaterThanOrEqual(12);
  }),
);

test(
  'whoever asks of orders by their ids plans their months only',
  { timeout: 120_000 },
  inCity(async ({ anOrder, as, ctx, system }) => {
    const { orderId: id, duties } = await anOrder.inProgress();
    const [lead] = duties;
    for (let ago = 1; ago <= 12; ago += 1) {
      const month = new Date(ctx.now.getTime() - ago * 31 * 86_400_000).toISOString().slice(0, 7);
      await sql`select platform.make_month(${month})`.execute(ctx.tx);
    }
    const months = async () =>
      (await monthsPlanned(ctx, 'dispatch.assignment')) + (await monthsPlanned(ctx, 'orders.text'));
    const unit = as('handler', {
      unitCode: lead?.unit_code ?? '',
      unitPath: lead?.unit_path ?? '',
    });
    const before = await months();
    await unit.do(findVisible, id);
    expect(await unit.do(visibleAmong, [id])).toEqual(new Set([id]));
    expect((await system.do(tellings, [id])).size).toBe(1);
    expect((await system.do(wordsToLearn, [id])).size).toBe(1);
    await system.do(placedWords, id);
    // Its own month of either table.
    expect((await months()) - before).toBeLessThanOrEqual(2);
    // What does not say which orders reads all of them.
    await sql`select from dispatch.assignment where city_id = ${ctx.cityId} limit 1`.execute(
      ctx.tx,
    );
    expect((await months()) - before).toBeGreaterThanOrEqual(12);
  }),
);

test(
  'a frequent word is not counted to the first day, and a rare one is found there',
  { timeout: 120_000 },
  inCity(async ({ as, ctx }) => {
    await yearsOfWords(ctx);
    const search = (filters: Filters) =>
      readBy(ctx, () => as('director').do(searchOrders, filters));
    const frequent = await search({ q: '工单' });
    expect(frequent.got).toMatchObject({ appeals: 1000, isCut: true });
    // Its hits, their orders, and the overshoot of the last span.
    expect(frequent.all).toBeLessThan(12_000);
    const rare = await search({ q: '路灯' });
    expect(rare.got).toMatchObject({ appeals: 10, isCut: false });
    // Its hits; and the oldest month, which is short enough to be read whole, by words and by pairs.
    expect(rare.all).toBeLessThan(1_500);
    // Of two words the index is asked for the one that few have; both must be there.
    const withFrequent = await search({ q: '工单 路灯' });
    expect(withFrequent.got).toMatchObject({ appeals: 10, isCut: false });
    expect(withFrequent.all).toBeLessThan(1_500);
    const notThere = await search({ q: '蛙鸣 路灯' });
    expect(notThere.got).toMatchObject({ appeals: 10, isCut: false });
    const notLately = await search({ q: '蛙鸣' });
    expect(notLately.got).toMatchObject({ appeals: 1000, isCut: true });
    expect(notLately.got.rows.map(({ id }) => id)).toEqual(await newestOf(ctx, 1281, 50));
    const both = await search({ q: '路灯', urgency: 'U3' });
    expect(both.got).toMatchObject({ appeals: 10, isCut: false });
  }),
);
