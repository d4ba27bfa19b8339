import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import type { Context } from '../../platform/context.ts';
import { compareGroups } from './compare-groups.ts';
import './index.ts';
import { factsAt } from './facts-at.ts';
import { openCell } from './open-cell.ts';
import { readFigures } from './read-figures.ts';
import { rulesOfCity } from './rules-of-city.ts';
import { spanOf } from './span.ts';

/** Of events there are none here: an empty table is read whole whatever the plan. */
const tables = ['indicators.fact', 'indicators.month', 'orders.order'];
const day = { from: '2026-03-02', to: '2026-03-02' };

/** Two facts an order, over forty days: one of the centre's, one of a unit that is due. */
async function manyFacts(ctx: Context): Promise<void> {
  await sql`
    insert into indicators.fact
      (city_id, order_id, no, at, county, matter_code, unit_code, unit_path, issue_id,
       raw_counted, raw_met, counted, met, unknown)
    select ${ctx.cityId}, id, no, at + (id_no % 40) * interval '1 day', '350602', '010105',
      case when no = 2 then '350600.zjj' end, case when no = 2 then '350600/350600.zjj' end, id,
      2199023255551, 0, 2199023255551, 0, 0
    from (select id, at, row_number() over () as id_no from many) as m, generate_series(1, 2) as no`.execute(
    ctx.tx,
  );
  await sql`
    insert into indicators.month (city_id, on_month, order_id)
    select ${ctx.cityId}, '2026-03-01', id from many`.execute(ctx.tx);
  for (const table of ['indicators.fact_2026_03', 'indicators.month_2026_03'])
    await sql`analyze ${sql.table(table)}`.execute(ctx.tx);
}

test(
  'among many facts no figure, group, cell or past report reads a table from its beginning',
  inCity(async ({ as, ctx }) => {
    await manyOrders(ctx, 12_000);
    await manyFacts(ctx);
    const director = as('director');
    const unit = as('liaison', { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' });
    const cell = { ...day, figure: 'K32', part: 'denominator' } as const;
    const span = await spanOf({ ...ctx, actor: director.actor }, { ...day, to: '2026-03-03' });
    const before = await rowsScanned(ctx, tables);

    const { figures } = await director.do(readFigures, day);
    expect(figures.find(({ key }) => key === 'K32')?.adjusted.denominator).toBe(600);
    await unit.do(readFigures, day);
    await director.do(readFigures, { ...day, county: '350602' });
    await director.do(compareGroups, { ...day, figure: 'K32', by: 'unit' });
    const first = await director.do(openCell, cell);
    await director.do(openCell, { ...cell, cursor: first.next ?? '' });
    await director.do(openCell, { ...cell, figure: 'K45', part: 'numerator' });
    await director.do(openCell, { ...cell, part: 'left-out' });
    await factsAt(ctx, span, { cutoff: ctx.now, rules: await rulesOfCity(ctx) });

    expect((await rowsScanned(ctx, tables)) - before).toBe(0);
    // The check bites: a count of everything does read it all.
    await sql`select count(*) from indicators.fact where amount is null`.execute(ctx.tx);
    expect((await rowsScanned(ctx, tables)) - before).toBeGreaterThan(0);
  }),
  120_000,
);
