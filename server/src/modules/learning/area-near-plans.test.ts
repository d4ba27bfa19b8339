import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import { areaNear } from './area-near.ts';

const street = '350602001000';

test(
  'among fifty thousand lessons all over the city only those round the spot are read',
  inCity(async ({ ctx }) => {
    await sql`
      insert into learning.place_lesson (city_id, order_id, name, area_code, lng, lat, taught_at)
      select ${ctx.cityId}, platform.first_id(${ctx.now}::timestamptz + no * interval '1 second'),
        'name ' || no, case when no % 250 < 5 then ${street} else '350626100000' end,
        117 + (no % 250) / 200.0, 24 + (no / 250) / 200.0, ${ctx.now}
      from generate_series(0, 49999) as no`.execute(ctx.tx);
    await sql`analyze learning.place_lesson`.execute(ctx.tx);
    const before = await rowsScanned(ctx, ['learning.place_lesson']);
    // Within four hundred metres there is one lesson in this row of spots, and none in those beside it.
    expect(await areaNear(ctx, { lng: 117.01, lat: 24.5 })).toBeNull();
    await sql`
      insert into learning.place_lesson (city_id, order_id, name, area_code, lng, lat, taught_at)
      select ${ctx.cityId}, ${ctx.newId()}::uuid, 'own ' || no, ${street}, 117.0101, 24.5001, ${ctx.now}
      from generate_series(1, 3) as no`.execute(ctx.tx);
    // Three names of one order are one lesson.
    expect(await areaNear(ctx, { lng: 117.01, lat: 24.5 })).toBeNull();
    await sql`
      insert into learning.place_lesson (city_id, order_id, name, area_code, lng, lat, taught_at)
      values (${ctx.cityId}, ${ctx.newId()}::uuid, 'more', ${street}, 117.0102, 24.5002, ${ctx.now})`.execute(
      ctx.tx,
    );
    expect(await areaNear(ctx, { lng: 117.01, lat: 24.5 })).toBe(street);
    expect((await rowsScanned(ctx, ['learning.place_lesson'])) - before).toBe(0);
  }),
  60_000,
);
