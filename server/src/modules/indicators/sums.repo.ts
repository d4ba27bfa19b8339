import type { FigureKey, LeftOutCode } from '@minsheng/contract/words/indicators.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { inSpan, type Span } from './span.ts';
import { sumsOf } from './sum-into.ts';
import {
  alikeChanges,
  alikeFacts,
  amountsOfChanges,
  amountsOfFacts,
  everyFigure,
  marksOf,
  measuredFigures,
} from './sum-parts.ts';
import { partsOf } from './whole-months.ts';

type Part = RawBuilder<unknown>;

/** 一项合计; what waits is not due yet. */
export interface Sum {
  readonly figure: FigureKey;
  readonly code: LeftOutCode | '';
  readonly waits: boolean;
  readonly total: number;
  readonly raw_counted: number;
  readonly raw_met: number;
  readonly counted: number;
  readonly met: number;
  readonly unknown: number;
  /** Null where it is not asked for, or nobody's. */
  readonly month: string | null;
  readonly unit: string | null;
  readonly county: string | null;
  readonly matter: string | null;
}

const columns = {
  month: sql`to_char(x.on_month, 'YYYY-MM')`,
  unit: sql`x.unit_code`,
  county: sql`x.county`,
  matter: sql`x.matter_code`,
} as const;
type By = keyof typeof columns;

/**
 * 合计: whole months from the sums and the changes beside them, other days from the facts, less what is not due yet: one
 * statement, so that nothing moves between its parts.
 */
export async function sumsIn(
  ctx: Context,
  span: Span,
  { by, figures }: { by: readonly By[]; figures: readonly FigureKey[] | null },
): Promise<Sum[]> {
  const asked = figures ?? everyFigure;
  const { months, edges } = partsOf(ctx, span);
  const facts = (where: Part) => marksOf(alikeFacts(ctx, where), asked, 1);
  const isRolled = span.matter === null && !by.includes('unit') && !by.includes('matter');
  const column = (name: By) => (by.includes(name) ? columns[name] : sql`null::text`);
  const read = isRolled ? scopeSums : unitSums;
  const { rows } = await sql<Sum>`
    with waiting as materialized (
      ${facts(sql`${inSpan(ctx, span)} and f.waits_until > ${ctx.now}`)}
    )
    select x.figure, x.code, x.waits, ${sumsOf('x')}, ${column('month')} as month, ${column('unit')} as unit,
      ${column('county')} as county, ${column('matter')} as matter
    from (
      ${read(ctx, span, months, asked)}
      union all
      select m.*, false from (${marksOf(alikeChanges(monthly(ctx, 'c', span, months)), asked, 1)}) as m
      ${sql.join(
        edges.map(
          (edge) => sql`union all select m.*, false from (${facts(inSpan(ctx, edge))}) as m`,
        ),
        sql` `,
      )}
      union all
      select w.on_month, w.county, w.matter_code, w.unit_code, w.unit_path, w.figure, w.code, -w.total, -w.raw_counted,
        -w.raw_met, -w.counted, -w.met, -w.unknown, false
      from waiting as w
      union all
      select w.*, true from waiting as w) as x
    group by 1, 2, 3, 10, 11, 12, 13
    having sum(x.total) <> 0`.execute(ctx.tx);
  return rows;
}

type Months = readonly string[];

const scopeSums = (ctx: Context, span: Span, months: Months, figures: readonly FigureKey[]) => sql`
  select s.on_month, s.county, null::text as matter_code, null::text as unit_code, s.unit_path, s.figure, s.code, s.total,
    s.raw_counted, s.raw_met, s.counted, s.met, s.unknown, false as waits
  from indicators.scope_sum as s
  where ${ofScope(ctx, span, months)} and s.figure = any (${[...figures]}::text[])`;

const unitSums = (ctx: Context, span: Span, months: Months, figures: readonly FigureKey[]) => sql`
  select s.on_month, s.county, s.matter_code, s.unit_code, s.unit_path, s.figure, s.code, s.total, s.raw_counted, s.raw_met,
    s.counted, s.met, s.unknown, false as waits
  from indicators.unit_sum as s
  where ${monthly(ctx, 's', span, months)} and s.figure = any (${[...figures]}::text[])`;

function ofScope(ctx: Context, span: Span, months: Months): Part {
  const county = span.county ? sql`and s.county = ${span.county}` : sql``;
  return sql`s.city_id = ${ctx.cityId} and s.unit_path = ${span.unit?.path ?? ''}
    and s.on_month = any (${[...months]}::date[]) ${county}`;
}

/** Conditions on what is kept by month for each unit itself. */
function monthly({ cityId }: Context, alias: 's' | 'c', span: Span, months: Months): Part {
  const ref = (name: string) => sql.ref(`${alias}.${name}`);
  const { county, matter, unit } = span;
  return sql.join(
    [
      sql`${ref('city_id')} = ${cityId}`,
      sql`${ref('on_month')} = any (${[...months]}::date[])`,
      ...(county ? [sql`${ref('county')} = ${county}`] : []),
      ...(matter ? [sql`${ref('matter_code')} like ${`${matter}%`}`] : []),
      ...(unit
        ? [
            sql`(${ref('unit_path')} = ${unit.path} or ${ref('unit_path')} like ${`${unit.path}/%`})`,
          ]
        : []),
    ],
    sql` and `,
  );
}

/** 时长、次数: how many rows carry which amount. The sums do not know them by matter: then they are read from the facts. */
export async function amountsIn(
  ctx: Context,
  span: Span,
): Promise<Map<FigureKey, { amount: number; count: number }[]>> {
  const { months, edges } = span.matter ? { months: [], edges: [span] } : partsOf(ctx, span);
  const { rows } = await sql<{ figure: FigureKey; amount: number; count: number }>`
    select x.figure, x.amount, sum(x.many)::integer as count
    from (
      select s.figure, s.amount, s.many from indicators.amount_sum as s where ${ofScope(ctx, span, months)}
      union all
      select d.figure, d.amount, d.many from (${amountsOfChanges(monthly(ctx, 'c', span, months))}) as d
      ${sql.join(
        edges.map(
          (edge) =>
            sql`union all select d.figure, d.amount, d.many from (${amountsOfFacts(ctx, inSpan(ctx, edge))}) as d`,
        ),
        sql` `,
      )}) as x
    group by 1, 2
    having sum(x.many) <> 0
    order by 2`.execute(ctx.tx);
  return new Map(
    measuredFigures.map((figure) => [figure, rows.filter((row) => row.figure === figure)]),
  );
}
