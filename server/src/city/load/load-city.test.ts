import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import { decrypt } from '../../platform/secrets.ts';
import type { CityPack } from '../pack.ts';
import { readCity } from '../read-city.ts';
import { loadCity } from './load-city.ts';
import { loadTables } from './load-tables.ts';

const zhangzhou = readCity(join(import.meta.dirname, '../../../../cities/zhangzhou'));
const wishes = {
  isDemo: true,
  phones: null,
  phoneOf: ({ unit }: { unit: string }) => inventedPhoneOf(unit),
};
const load = (ctx: Context, pack: CityPack) => loadCity(ctx, pack, wishes);

async function rows<T>(ctx: Context, statement: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await statement.execute(ctx.tx)).rows;
}

test(
  'every table has as many rows as the folder',
  inCity(async ({ ctx }) => {
    const counts = await rows(
      ctx,
      sql<Record<string, number>>`
      select (select count(*) from organisation.area)::int as areas,
        (select count(*) from organisation.unit)::int as units,
        (select count(*) from organisation.duty)::int as duty,
        (select count(*) from matters.matter)::int as matters,
        (select count(*) from matters.rule where kind = 'question')::int as questions,
        (select count(*) from matters.rule where kind = 'limit-rule')::int as limit_rules,
        (select count(*) from matters.field)::int as fields,
        (select count(*) from dispatch.catalogue_row)::int as catalogue,
        (select count(*) from knowledge.entry)::int as knowledge,
        (select count(*) from calendar.day)::int as days,
        (select count(*) from notices.template)::int as templates`,
    );
    expect(counts[0]).toEqual({
      areas: zhangzhou.areas.length,
      units: zhangzhou.units.length,
      duty: zhangzhou.duty.length,
      matters: zhangzhou.matters.length,
      questions: zhangzhou.questions.length,
      limit_rules: zhangzhou.limitRules.length,
      fields: zhangzhou.fields.flatMap(({ fields }) => fields).length,
      catalogue: zhangzhou.catalogue.length,
      knowledge: zhangzhou.knowledge.length,
      days: zhangzhou.calendar.length,
      templates: Object.keys(zhangzhou.messages).length,
    });
  }),
);

test(
  'units know their path, areas their full name, posts an encrypted number',
  inCity(async ({ ctx }) => {
    const [village] = await rows(
      ctx,
      sql<{ path: string; full_name: string }>`
        select u.path, a.full_name from organisation.unit as u
        join organisation.area as a on a.city_id = u.city_id and a.code = u.area
        where u.code = '350626100201'`,
    );
    expect(village?.path).toBe('350600/350626/350626100/350626100201');
    expect(village?.full_name).toMatch(/^东山县西埔镇/);
    const [post] = await rows(
      ctx,
      sql<{ phone_enc: Buffer }>`select phone_enc from organisation.duty limit 1`,
    );
    expect(decrypt(ctx.keys, post?.phone_enc ?? Buffer.alloc(0))).toMatch(/^154\d{8}$/);
  }),
);

test(
  'a folder that did not change is left alone; another version is told',
  inCity(async ({ system, ctx }) => {
    const version = async () =>
      (
        await rows(
          ctx,
          sql<{
            version: number;
            subject_id: string;
          }>`select version, subject_id from organisation.city`,
        )
      )[0];
    const shorter = { ...zhangzhou, aliases: zhangzhou.aliases.slice(1) };
    expect(await system.do(load, shorter)).toEqual({ isChanged: true });
    const first = await version();
    expect(await system.do(load, shorter)).toEqual({ isChanged: false });
    expect(await version()).toEqual(first);
    expect(await system.do(load, zhangzhou)).toEqual({ isChanged: true });
    expect((await version())?.version).toBe((first?.version ?? 0) + 1);
    const told = await historyOf(ctx, { kind: 'city-data', id: first?.subject_id ?? '' });
    expect(told.map(({ type }) => type)).toEqual(Array(3).fill('city.changed'));
    expect(verifyChain(told)).toEqual({ ok: true });
  }),
);

test(
  'which days another version changed is kept, for deadlines to follow; the first load changed nothing',
  inCity(async ({ system, ctx }) => {
    const changes = () =>
      rows(
        ctx,
        sql<Record<string, unknown>>`
        select on_day::text as on, before, after from calendar.change order by version, no`,
      );
    expect(await changes()).toEqual([]);
    const [first] = zhangzhou.calendar.filter(({ date }) => date === '2026-05-09');
    if (!first) throw new Error('9 May 2026 is no make-up day.');
    const calendar = [
      ...zhangzhou.calendar.filter(({ date }) => date !== first.date),
      { ...first, date: '2026-08-12', kind: 'off' as const },
    ];
    await system.do(load, { ...zhangzhou, calendar });
    expect(await changes()).toEqual([
      { on: '2026-05-09', before: 'work', after: null },
      { on: '2026-08-12', before: null, after: 'off' },
    ]);
    const officeHours = zhangzhou.officeHours.map((row) => ({
      ...row,
      spans: row.spans.slice(0, 1),
    }));
    await system.do(load, { ...zhangzhou, calendar, officeHours });
    expect((await changes()).at(-1)).toEqual({ on: null, before: null, after: null });
  }),
);

test(
  'what orders name is ended, not deleted, and comes back with its row',
  inCity(async ({ system, ctx }) => {
    const [unit, matter, row, entry] = ['350600.rq', '010102', 'ZZ-01-01', 'ZZ-0601-01'];
    const without = {
      ...zhangzhou,
      units: zhangzhou.units.filter(({ code }) => code !== unit),
      duty: zhangzhou.duty.filter((post) => post.unit !== unit),
      matters: zhangzhou.matters.filter(({ code }) => code !== matter),
      catalogue: zhangzhou.catalogue.filter(({ id }) => id !== row),
      knowledge: zhangzhou.knowledge.filter(({ code }) => code !== entry),
    };
    const state = () =>
      rows(
        ctx,
        sql<Record<string, unknown>>`
        select (select takes_orders from organisation.unit where code = ${unit}) as takes,
          (select valid_to::text from organisation.unit where code = ${unit}) as unit_to,
          (select valid_to::text from matters.matter where code = ${matter}) as matter_to,
          (select valid_to::text from dispatch.catalogue_row where id = ${row}) as row_to,
          (select definition ->> 'validUntil' from knowledge.entry where code = ${entry}) as entry_to`,
      ).then(([found]) => found);
    const before = await state();
    // The checker would refuse this city: rows still name what is gone.
    await system.do(
      (inner, pack: CityPack) => loadTables(inner, pack, { ...wishes, yesterday: '2026-03-01' }),
      without,
    );
    expect(await state()).toEqual({
      takes: false,
      unit_to: '2026-03-01',
      matter_to: '2026-03-01',
      row_to: '2026-03-01',
      entry_to: '2026-03-01',
    });
    await system.do(load, { ...zhangzhou, aliases: [] });
    expect(await state()).toEqual(before);
  }),
);

test(
  'a field somebody changed keeps the change',
  inCity(async ({ system, ctx }) => {
    await sql`
      update matters.field set edited_at = ${ctx.now}, retired = true
      where prefix = '0101' and code = 'road_name'`.execute(ctx.tx);
    await system.do(load, { ...zhangzhou, aliases: [] });
    const [field] = await rows(
      ctx,
      sql<{ retired: boolean }>`
        select retired from matters.field where prefix = '0101' and code = 'road_name'`,
    );
    expect(field?.retired).toBe(true);
  }),
);

test(
  'a broken folder changes nothing and is named',
  inCity(async ({ system }) => {
    const [first, ...others] = zhangzhou.catalogue;
    if (!first) throw new Error('The city has no catalogue.');
    const broken = { ...zhangzhou, catalogue: [{ ...first, lead: '350600.nobody' }, ...others] };
    await expect(system.do(load, broken)).rejects.toThrow(/catalogue\.tsv:\d+ .*350600\.nobody/);
  }),
);
