import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { heldCounts } from './counts.repo.ts';
import { heldOrders } from './facts.repo.ts';
import { listMechanisms } from './read-mechanism.ts';
import { subjectOrders } from './subject-orders.ts';

const tables = ['orders.order', 'mechanisms.held', 'mechanisms.value', 'dispatch.assignment'];

test(
  'the list of mechanisms counts the orders of each by its index, no more of them than are counted at once',
  inCity(async ({ ctx, as, clock }) => {
    await manyOrders(ctx, 12_000);
    await sql`
      insert into mechanisms.held (city_id, order_id, no, mechanism, because, held_at)
      select ${ctx.cityId}, id, 1, case no % 100 when 0 then 'rare' else 'usual' end, '{}', at
      from many where no % 3 = 0`.execute(ctx.tx);
    await sql`
      update orders.order set status = 'in-progress', closed_at = null, close_kind = null
      where id in (select id from many where no % 600 = 0)`.execute(ctx.tx);
    await sql`
      update orders.order set secrecy = 3 where id in (select id from many where no = 600)`.execute(
      ctx.tx,
    );
    await sql`analyze mechanisms.held`.execute(ctx.tx);
    clock.set(new Date(clock.now().getTime() + 24 * 3_600_000));
    const span = { from: new Date('2026-01-01T00:00:00Z'), until: clock.now() };

    const before = await rowsScanned(ctx, tables);
    const counts = await heldCounts(ctx, { codes: ['rare', 'none'], ...span, most: 100 });
    expect((await rowsScanned(ctx, tables)) - before).toBe(0);
    expect(counts.get('rare')).toEqual({ orders: 39, open: 19, isCut: false });
    expect(counts.get('none')).toEqual({ orders: 0, open: 0, isCut: false });
    const { orders } = await heldOrders(ctx, 'rare', span);
    expect([orders.length, orders.filter(({ isOpen }) => isOpen).length]).toEqual([39, 19]);

    const few = await heldCounts(ctx, { codes: ['rare'], ...span, most: 10 });
    expect(few.get('rare')).toEqual({ orders: 10, open: 5, isCut: true });

    const read = await rowsScanned(ctx, ['mechanisms.value', 'dispatch.assignment']);
    await as('director').do(listMechanisms, null);
    expect(await rowsScanned(ctx, ['mechanisms.value', 'dispatch.assignment'])).toBe(read);
  }),
  60_000,
);

test(
  'the orders of a shop are found by its name’s digest, not by reading every form',
  inCity(async ({ ctx, clock }) => {
    await manyOrders(ctx, 12_000);
    const digest = blindIndex(ctx.keys, 'mechanism name', '示例糕饼铺');
    await sql`
      insert into mechanisms.held (city_id, order_id, no, mechanism, because, held_at)
      select ${ctx.cityId}, id, 1, 'old-town', '{}', at from many`.execute(ctx.tx);
    await sql`
      insert into mechanisms.value (city_id, order_id, code, no, mechanism, value, key, filled_at)
      select ${ctx.cityId}, id, 'merchant', 1, 'old-town', '"示例糕饼铺"',
        case no % 600 when 0 then ${digest}::bytea else sha256(no::text::bytea) end, at
      from many`.execute(ctx.tx);
    for (const table of ['mechanisms.held', 'mechanisms.value'])
      await sql`analyze ${sql.table(table)}`.execute(ctx.tx);
    clock.set(new Date(clock.now().getTime() + 24 * 3_600_000));
    const before = await rowsScanned(ctx, tables);
    const [found] = await subjectOrders(ctx, ['示例糕饼铺', '示例糕饼铺有限公司']);
    expect(found?.orders).toHaveLength(20);
    expect((await rowsScanned(ctx, tables)) - before).toBe(0);
  }),
  60_000,
);
