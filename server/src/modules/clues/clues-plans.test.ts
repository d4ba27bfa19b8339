import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { clueStaff, grill, market } from '../../../test/example-clue.ts';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import { listClues, readFigures } from './list-clues.ts';
import { markClue } from './mark-clue.ts';
import { readAudit } from './read-audit.ts';
import { listReceived } from './received.ts';

type Kits = Parameters<Parameters<typeof inCity>[0]>[0];
const orders = 12_000;
const clues = 6_000;

/** So many clues, each handed to one of three units; so many looks at requesters, few of them of orders behind clues. */
async function manyClues({ ctx }: Kits, subjectId: string): Promise<void> {
  await sql`
    insert into clues.clue
      (city_id, id, year, no, kind, subject_id, place, place_key, area_code, county_code, facts, facts_no, state,
       state_since, marked_at)
    select ${ctx.cityId}, id, 2025, no, 'food', ${subjectId}, '甲地', '甲地', '350602001000', '350602', '甲乙丙', 1,
      case when no % 50 = 0 then 'sent' else 'accepted' end, at, at
    from (select no, gen_random_uuid() as id, ${ctx.now}::timestamptz - no * interval '1 hour' as at
      from generate_series(1, ${clues}::int) as no) as made`.execute(ctx.tx);
  await sql`
    insert into clues.sending (city_id, clue_id, no, unit_code, basis, sent_at, receipt_due_at)
    select city_id, id, 1, case no % 100 when 0 then ${market.unitCode} else '350600.gaj' end, '', marked_at, marked_at
    from clues.clue where city_id = ${ctx.cityId} and year = 2025`.execute(ctx.tx);
  await sql`
    insert into requesters.look (city_id, id, order_id, purpose, at)
    select ${ctx.cityId}, gen_random_uuid(), id, 'contact', ${ctx.now} from many`.execute(ctx.tx);
  await sql`
    insert into clues.source (city_id, clue_id, order_id, from_clue_id, marked_at)
    select c.city_id, c.id, m.id, c.id, c.marked_at
    from clues.clue as c join many as m on m.no = c.no
    where c.city_id = ${ctx.cityId} and c.year = 2025 and c.no <= 100`.execute(ctx.tx);
  for (const table of ['clues.clue', 'clues.sending', 'clues.source', 'requesters.look'])
    await sql`analyze ${sql.table(table)}`.execute(ctx.tx);
}

test(
  'lists, figures and the audit read what they show, not every clue and every look',
  inCity(async (kit) => {
    const { ctx } = kit;
    await manyOrders(ctx, orders);
    const { analyst, director, market: unit } = clueStaff(kit);
    const { clueId } = await analyst.do(markClue, grill);
    const { rows } = await sql<{ id: string }>`
      select subject_id as id from clues.clue where id = ${clueId}::uuid`.execute(ctx.tx);
    await manyClues(kit, rows[0]?.id ?? '');
    const tables = ['clues.clue', 'requesters.look', 'orders.order'];
    const scannedBy = async (asked: () => Promise<unknown>) => {
      const before = await rowsScanned(ctx, tables);
      await asked();
      return (await rowsScanned(ctx, tables)) - before;
    };
    expect(await scannedBy(() => analyst.do(listClues, { box: 'work' }))).toBe(0);
    const day = kit.clock.now().toISOString().slice(0, 10);
    const oneDay = { from: day, to: day };
    expect(await scannedBy(() => analyst.do(readFigures, oneDay))).toBe(0);
    expect(await scannedBy(() => director.do(readAudit, { month: day.slice(0, 7) }))).toBe(0);
    expect(await director.do(readAudit, { month: day.slice(0, 7) })).toMatchObject({ reads: 100 });
    const received = await unit.do(listReceived, { box: 'open' });
    expect(received.rows).toHaveLength(50);
    expect(await scannedBy(() => unit.do(listReceived, { box: 'open' }))).toBe(0);
  }),
  90_000,
);
