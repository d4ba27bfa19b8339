import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { scopesAbove } from './sum-parts.ts';

type Part = RawBuilder<unknown>;

const counts = ['total', 'raw_counted', 'raw_met', 'counted', 'met', 'unknown'] as const;
const ref = (name: string): Part => sql.ref(name);
const listOf = (make: (column: string) => Part): Part => sql.join(counts.map(make));

const columns = listOf(ref);
export const sumsOf = (alias: string): Part =>
  listOf((name) => sql`sum(${ref(`${alias}.${name}`)})::integer as ${ref(name)}`);
export const negated = (alias: string): Part =>
  listOf((name) => sql`-${ref(`${alias}.${name}`)} as ${ref(name)}`);
const addedTo = (table: string): Part =>
  listOf((name) => sql`${ref(name)} = ${ref(`${table}.${name}`)} + ${ref(`excluded.${name}`)}`);
const isAny = (alias: string): Part =>
  sql.join(
    counts.map((name) => sql`sum(${ref(`${alias}.${name}`)}) <> 0`),
    sql` or `,
  );

/** Marks, each for its own unit and those above it; and what is added to them with `union all`, of a scope already. */
export const intoScopeSums = ({ cityId }: Context, marks: Part, besides: Part): Part => sql`
  insert into indicators.scope_sum (city_id, on_month, unit_path, county, figure, code, ${columns})
  select ${cityId}, x.on_month, x.scope, x.county, x.figure, x.code, ${sumsOf('x')}
  from (
    select m.on_month, above.scope, m.county, m.figure, m.code, ${sumsOf('m')}
    from ${marks} as m, ${scopesAbove(sql`m.unit_path`)}
    group by 1, 2, 3, 4, 5
    ${besides}) as x
  group by 2, 3, 4, 5, 6
  having ${isAny('x')}
  order by 2, 3, 4, 5, 6
  on conflict (city_id, unit_path, on_month, county, figure, code) do update set ${addedTo('scope_sum')}
  returning 1 as one`;

export const intoUnitSums = ({ cityId }: Context, marks: Part): Part => sql`
  insert into indicators.unit_sum
    (city_id, on_month, figure, unit_path, county, matter_code, code, unit_code, ${columns})
  select ${cityId}, m.on_month, m.figure, m.unit_path, m.county, m.matter_code, m.code, max(m.unit_code), ${sumsOf('m')}
  from ${marks} as m
  group by 2, 3, 4, 5, 6, 7
  having ${isAny('m')}
  order by 2, 3, 4, 5, 6, 7
  on conflict (city_id, on_month, figure, unit_path, county, matter_code, code) do update set ${addedTo('unit_sum')}
  returning 1 as one`;

export const intoAmountSums = ({ cityId }: Context, amounts: Part, besides: Part): Part => sql`
  insert into indicators.amount_sum (city_id, on_month, unit_path, county, figure, amount, many)
  select ${cityId}, x.on_month, x.scope, x.county, x.figure, x.amount, sum(x.many)::integer
  from (
    select m.on_month, above.scope, m.county, m.figure, m.amount, sum(m.many)::integer as many
    from ${amounts} as m, ${scopesAbove(sql`m.unit_path`)}
    group by 1, 2, 3, 4, 5
    ${besides}) as x
  group by 2, 3, 4, 5, 6
  having sum(x.many) <> 0
  order by 2, 3, 4, 5, 6
  on conflict (city_id, unit_path, on_month, figure, county, amount)
    do update set many = amount_sum.many + excluded.many
  returning 1 as one`;
