import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import { mechanismsNow } from './definitions.repo.ts';
import { seasonOf } from './season.ts';

test(
  'a season warns before the first day off, and says no later day of the holiday is the first',
  inCity(async ({ ctx, system, travelTo }) => {
    await sql`
      insert into calendar.day (city_id, on_day, kind, name, source)
      select ${ctx.cityId}, d::date, 'off', '示例节', '示例' from unnest(${['2026-05-11', '2026-05-12', '2026-05-13']}::text[]) as d
      on conflict (city_id, on_day) do update set kind = 'off', name = excluded.name`.execute(
      ctx.tx,
    );
    const season = { dayOff: '示例节', daysBefore: 30, by: [], from: 1 };
    const read = async (own: Context) => {
      const [mechanism] = await mechanismsNow(own);
      return mechanism ? seasonOf(own, { ...mechanism, season }) : undefined;
    };
    const on = async (day: string) => {
      await travelTo(new Date(`${day}T02:00:00Z`));
      return system.do(read, undefined);
    };
    expect(await on('2026-04-01')).toMatchObject({ firstDay: '2026-05-11', isOn: false });
    expect(await on('2026-05-11')).toMatchObject({ firstDay: '2026-05-11', isOn: true });
    expect(await on('2026-05-12')).toBeNull();
  }),
);
