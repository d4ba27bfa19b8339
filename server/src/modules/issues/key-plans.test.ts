import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { emptyMonthsAround, rowsRead, rowsScanned } from '../../../test/what-was-read.ts';
import type { Context } from '../../platform/context.ts';
import { gazetteerOf } from '../mentions/index.ts';
import { ordersSharing, rareKeys, readPerKey } from './keys.repo.ts';
import { keysOf } from './order-keys.ts';

/** Ten thousand orders of one month between empty ones with twenty keys each: one that this order has as well, some that many have, the rest alone. */
async function manyKeys(ctx: Context, orderId: string): Promise<void> {
  await emptyMonthsAround(ctx);
  await sql`
    insert into issues.key (city_id, order_id, kind, key)
    select ${ctx.cityId},
      platform.first_id(${ctx.now}::timestamptz + no * interval '1 second'),
      'word',
      case
        when nth = 1 then (
          select key from issues.key
          where city_id = ${ctx.cityId} and order_id = ${orderId} and kind = 'matter')
        when nth < 5 then 10 + (no * nth) % 300
        else 1000 + no * 20 + nth
      end
    from generate_series(1, 10000) as no, generate_series(1, 20) as nth
    on conflict do nothing`.execute(ctx.tx);
  await sql`analyze issues.key`.execute(ctx.tx);
}

test(
  'among two hundred thousand keys nobody reads them all to find what shares some',
  inCity(async ({ ctx, anOrder, drain }) => {
    const order = await anOrder.toDispatch();
    await drain();
    await manyKeys(ctx, order.id);
    const told = {
      title: '',
      content: '路口的路灯坏了三天,晚上很暗。',
      address: '胜利路口',
      subjectName: '',
      matterCode: '010105',
      areaCode: '350602001000',
      lng: 117.65,
      lat: 24.51,
    };
    const keys = keysOf(told, gazetteerOf({ areas: [], aliases: [], learnt: [] }));
    const scanned = await rowsScanned(ctx, ['issues.key']);
    const rare = await rareKeys(ctx, keys);
    const before = await rowsRead(ctx, ['issues.key']);
    // It shares the rarest keys; of those that share the common one alone, only the newest are looked at.
    const found = await ordersSharing(ctx, rare, null);
    expect([found[0], found.length]).toEqual([order.id, 60]);
    const after = await rowsRead(ctx, ['issues.key']);
    expect(after.scanned - scanned).toBe(0);
    // Ten thousand have its matter, and no key is read further than to its newest.
    expect(after.all - before.all).toBeLessThan(rare.length * readPerKey);
  }),
  60_000,
);
