import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayStart } from '../../platform/zone.ts';
import { monthAfter } from './scorecard/month-span.ts';
import { intoAmountSums, intoScopeSums, intoUnitSums, negated } from './sum-into.ts';
import {
  alikeChanges,
  alikeFacts,
  amountsOfChanges,
  amountsOfFacts,
  everyFigure,
  marksOf,
} from './sum-parts.ts';

type Part = RawBuilder<unknown>;

/**
 * 复核: the sums of a month ('YYYY-MM') held against its facts, each kind in one statement and so in one glance; what is
 * off is added. Answers how many sums were.
 */
export async function recountMonth(ctx: Context, month: string): Promise<number> {
  // Against the folding, which moves what is compared.
  await sql`select pg_advisory_xact_lock(hashtext('indicators.fold'), ${ctx.cityId})`.execute(
    ctx.tx,
  );
  const [from, until] = [month, monthAfter(month, 1)].map((each) =>
    dayStart(`${each}-01`, ctx.city.zone),
  );
  const facts = sql`f.city_id = ${ctx.cityId} and f.at >= ${from} and f.at < ${until}
    and f.order_id < platform.first_id(${until}::timestamptz)`;
  const kept = (alias: string): Part =>
    sql`${sql.ref(`${alias}.city_id`)} = ${ctx.cityId} and ${sql.ref(`${alias}.on_month`)} = ${`${month}-01`}::date`;
  const marks = sql`(${marksOf(alikeFacts(ctx, facts), everyFigure, 1)}
    union all ${marksOf(alikeChanges(kept('c')), everyFigure, -1)})`;
  const ofUnits = sql`(select * from ${marks} as b
    union all
    select u.on_month, u.county, u.matter_code, u.unit_code, u.unit_path, u.figure, u.code, ${negated('u')}
    from indicators.unit_sum as u where ${kept('u')})`;
  const ofScopes = sql`union all
    select s.on_month, s.unit_path, s.county, s.figure, s.code, ${negated('s')}
    from indicators.scope_sum as s where ${kept('s')}`;
  const amounts = sql`(${amountsOfFacts(ctx, facts)}
    union all
    select d.on_month, d.county, d.unit_path, d.figure, d.amount, -d.many
    from (${amountsOfChanges(kept('c'))}) as d)`;
  const ofAmounts = sql`union all
    select s.on_month, s.unit_path, s.county, s.figure, s.amount, -s.many
    from indicators.amount_sum as s where ${kept('s')}`;
  const units = await mended(ctx, intoUnitSums(ctx, ofUnits));
  const scopes = await mended(ctx, intoScopeSums(ctx, marks, ofScopes));
  const times = await mended(ctx, intoAmountSums(ctx, amounts, ofAmounts));
  return units + scopes + times;
}

async function mended(ctx: Context, into: Part): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with written as (${into})
    select count(*)::integer as count from written`.execute(ctx.tx);
  return rows[0]?.count ?? 0;
}
