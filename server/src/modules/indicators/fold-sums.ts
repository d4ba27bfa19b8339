import { sql } from 'kysely';
import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { transact } from '../../platform/transact.ts';
import { bitOf } from './masks.ts';
import { intoAmountSums, intoScopeSums, intoUnitSums } from './sum-into.ts';
import { everyFigure, marksOf, measuredFigures } from './sum-parts.ts';

const batchRows = 10_000;

/** 合并增减: moves changes into the sums; a reading is the same before and after. Answers how many. */
export async function foldChanges(ctx: Context): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with turn as materialized (
      -- Two folding at once would wait for each other's sums; the second has nothing to do.
      select pg_try_advisory_xact_lock(hashtext('indicators.fold'), ${ctx.cityId}) as is_mine
    ), taken as (
      delete from indicators.change
      where city_id = ${ctx.cityId} and (select is_mine from turn)
        and ctid = any (array(select ctid from indicators.change where city_id = ${ctx.cityId} limit ${batchRows}))
      returning *
    ), alike as materialized (
      select on_month, county, matter_code, unit_code, unit_path, raw_counted, raw_met, counted, met, unknown, left_out,
        amount, sum(many)::integer as many
      from taken
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
      having sum(many) <> 0
    ), marks as materialized (${marksOf(sql`select * from alike`, everyFigure, 1)}
    ), amounts as materialized (
      select t.on_month, t.county, t.unit_path, k.figure, t.amount, t.many
      from alike as t
      join unnest(${[...measuredFigures]}::text[], ${measuredFigures.map(bitOf)}::bigint[]) as k (figure, bit)
        on t.counted & k.bit <> 0
      where t.amount is not null
    ), scopes as (${intoScopeSums(ctx, sql`marks`, nothing)}
    ), units as (${intoUnitSums(ctx, sql`marks`)}
    ), times as (${intoAmountSums(ctx, sql`amounts`, nothing)}
    )
    select count(*)::integer as folded from taken`.execute(ctx.tx);
  return rows[0]?.folded ?? 0;
}

const nothing = sql``;

export async function foldAll(runtime: Runtime): Promise<void> {
  for (let folded = batchRows; folded === batchRows; )
    folded = await transact(runtime, systemActor, foldChanges);
}

chore({ name: 'indicators:fold-changes', everySeconds: 3, work: foldAll });
