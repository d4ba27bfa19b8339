import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import type { Context } from '../../platform/context.ts';
import { citingOf } from './citing.repo.ts';

/** Rows taken up of tables of these schemas in this transaction, however they were found. */
async function rowsRead(ctx: Context, schemas: readonly string[]): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::integer as read
    from pg_stat_xact_user_tables
    where schemaname = any (${[...schemas]}::text[])`.execute(ctx.tx);
  return rows[0]?.read ?? 0;
}

test(
  'what cites a document is read in one pass over the rules of the city, by however many names; orders are not touched',
  inCity(async ({ ctx }) => {
    await manyOrders(ctx, 2_000);
    await sql`
      insert into knowledge.entry
        (city_id, code, title, definition, owner, valid_from, valid_until, mark)
      select ${ctx.cityId}, 'many-' || no, '示例', jsonb_build_object('title', '示例', 'basis', case no % 1000
        when 0 then '《示例条例》第' || no || '条' else '《别的规定》' end), '', '2026-01-01', '2027-01-01', 'invented'
      from generate_series(1, 20000) as no`.execute(ctx.tx);
    for (const table of ['knowledge.entry', 'matters.rule', 'dispatch.catalogue_row'])
      await sql`analyze ${sql.table(table)}`.execute(ctx.tx);
    const { rows } = await sql<{ rules: number }>`
      select (select count(*) from knowledge.entry)::int + (select count(*) from matters.rule)::int
        + (select count(*) from dispatch.catalogue_row)::int as rules`.execute(ctx.tx);
    const own = ['knowledge', 'matters', 'dispatch'];
    const before = [await rowsRead(ctx, own), await rowsRead(ctx, ['orders'])] as const;
    const names = ['示例条例', '示例实施办法', '示例细则', '示例通知', '100%_示例'];
    const found = await citingOf(ctx, names);
    expect(found.filter(({ kind }) => kind === 'knowledge')).toHaveLength(20);
    expect((await rowsRead(ctx, own)) - before[0]).toBeLessThanOrEqual(rows[0]?.rules ?? 0);
    expect((await rowsRead(ctx, ['orders'])) - before[1]).toBe(0);
  }),
  60_000,
);
