import { type FigureKey, figureKeys } from '@minsheng/contract/words/indicators.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { bitOf } from './masks.ts';

type Part = RawBuilder<unknown>;

/** Conditions on `indicators.fact` as `f`; facts that are alike stand together, `many` of them, with the month they lie in. */
export const alikeFacts = ({ city }: Context, where: Part): Part => sql`
  select date_trunc('month', f.at at time zone ${city.zone})::date as on_month, f.county, f.matter_code, f.unit_code,
    coalesce(f.unit_path, '') as unit_path, f.raw_counted, f.raw_met, f.counted, f.met, f.unknown, f.left_out,
    count(*)::integer as many
  from indicators.fact as f
  where ${where}
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;

/** The same of the changes, as `c`, that are not in the sums yet. */
export const alikeChanges = (where: Part): Part => sql`
  select c.on_month, c.county, c.matter_code, c.unit_code, c.unit_path, c.raw_counted, c.raw_met, c.counted, c.met,
    c.unknown, c.left_out, sum(c.many)::integer as many
  from indicators.change as c
  where ${where}
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;

/** 逐项: one row a figure of what stands together; `sign` -1 takes it off. */
export const marksOf = (alike: Part, figures: readonly FigureKey[], sign: 1 | -1): Part => sql`
  select a.on_month, a.county, a.matter_code, a.unit_code, a.unit_path, k.figure,
    coalesce(a.left_out ->> k.figure, '') as code, ${sign}::integer * a.many as total,
    case when a.raw_counted & k.bit <> 0 then ${sign}::integer * a.many else 0 end as raw_counted,
    case when a.raw_met & k.bit <> 0 then ${sign}::integer * a.many else 0 end as raw_met,
    case when a.counted & k.bit <> 0 then ${sign}::integer * a.many else 0 end as counted,
    case when a.met & k.bit <> 0 then ${sign}::integer * a.many else 0 end as met,
    case when a.unknown & k.bit <> 0 then ${sign}::integer * a.many else 0 end as unknown
  from (${alike}) as a
  join unnest(${[...figures]}::text[], ${figures.map(bitOf)}::bigint[]) as k (figure, bit)
    on (a.raw_counted | a.unknown) & k.bit <> 0`;

export const everyFigure: readonly FigureKey[] = figureKeys;
export const measuredFigures = ['K24', 'K25', 'K36'] as const satisfies readonly FigureKey[];

/** 时长、次数 of facts, as `f`, by figure: one row an amount. */
export const amountsOfFacts = ({ city }: Context, where: Part): Part => sql`
  select date_trunc('month', f.at at time zone ${city.zone})::date as on_month, f.county,
    coalesce(f.unit_path, '') as unit_path, k.figure, f.amount, count(*)::integer as many
  from indicators.fact as f
  join ${measuredBits} on f.counted & k.bit <> 0
  where ${where} and f.amount is not null
  group by 1, 2, 3, 4, 5`;

export const amountsOfChanges = (where: Part): Part => sql`
  select c.on_month, c.county, c.unit_path, k.figure, c.amount, sum(c.many)::integer as many
  from indicators.change as c
  join ${measuredBits} on c.counted & k.bit <> 0
  where ${where} and c.amount is not null
  group by 1, 2, 3, 4, 5`;

const measuredBits = sql`unnest(${[...measuredFigures]}::text[], ${measuredFigures.map(bitOf)}::bigint[]) as k (figure, bit)`;

/** 本级和上级: of a path itself and every one above it, and the empty one, which is everybody. */
export const scopesAbove = (path: Part): Part => sql`
  lateral (
    select '' as scope
    union all
    select array_to_string((string_to_array(${path}, '/'))[1:n], '/')
    from generate_series(1, cardinality(string_to_array(${path}, '/'))) as n) as above`;
