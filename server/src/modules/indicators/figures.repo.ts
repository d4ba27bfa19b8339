import { type FigureKey, figureKeys } from '@minsheng/contract/words/indicators.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { bitOf } from './masks.ts';
import { inSpan, type Span } from './span.ts';
import type { Alike } from './tally.ts';

/**
 * Facts alike, and how many: one pass over the rows of the span, whatever the number of figures. There are some hundred
 * kinds of rows, however many orders there are.
 */
export async function alikeIn(ctx: Context, span: Span): Promise<Alike[]> {
  const { rows } = await sql<Alike>`
    select f.raw_counted, f.raw_met, f.counted, f.met, f.unknown, f.left_out,
      coalesce(f.waits_until > ${ctx.now}, false) as waits, count(*) as count
    from indicators.fact as f
    where ${inSpan(ctx, span)}
    group by f.raw_counted, f.raw_met, f.counted, f.met, f.unknown, f.left_out, waits`.execute(
    ctx.tx,
  );
  return rows;
}

export type Group = Alike & { readonly code: string };

const groupColumns = {
  unit: sql`f.unit_code`,
  county: sql`f.county`,
  matter: sql`f.matter_code`,
} as const;

/** The same of one figure, by unit, county or matter. */
export async function alikeBy(
  ctx: Context,
  span: Span,
  { figure, by }: { figure: FigureKey; by: keyof typeof groupColumns },
): Promise<Group[]> {
  const column = groupColumns[by];
  const bit = bitOf(figure);
  const { rows } = await sql<Group>`
    select ${column} as code, f.raw_counted & ${bit}::bigint as raw_counted, f.raw_met & ${bit}::bigint as raw_met,
      f.counted & ${bit}::bigint as counted, f.met & ${bit}::bigint as met, f.unknown & ${bit}::bigint as unknown,
      f.left_out, coalesce(f.waits_until > ${ctx.now}, false) as waits, count(*) as count
    from indicators.fact as f
    where ${inSpan(ctx, span)} and (f.raw_counted | f.unknown) & ${bit}::bigint <> 0 and ${column} is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(ctx.tx);
  return rows;
}

export const measuredFigures = ['K24', 'K25', 'K36'] as const satisfies readonly FigureKey[];

export interface Measured {
  readonly figure: FigureKey;
  readonly median: number;
  readonly p90: number;
  readonly spread: { amount: number; count: number }[];
}

/** 中位数与九成: over the rows that carry an amount. */
export async function amountsIn(ctx: Context, span: Span): Promise<Measured[]> {
  const bits = measuredFigures.map(bitOf);
  const { rows } = await sql<{ bit: number; median: number; p90: number }>`
    select m.bit, percentile_cont(0.5) within group (order by f.amount) as median,
      percentile_cont(0.9) within group (order by f.amount) as p90
    from indicators.fact as f
    join unnest(${bits}::bigint[]) as m (bit) on f.counted & m.bit <> 0
    where ${inSpan(ctx, span)} and f.amount is not null
    group by m.bit`.execute(ctx.tx);
  const spread = await spreadIn(ctx, span, 'K24');
  return rows.flatMap(({ bit, median, p90 }) => {
    const figure = figureKeys.find((key) => bitOf(key) === bit);
    return figure ? [{ figure, median, p90, spread: figure === 'K24' ? spread : [] }] : [];
  });
}

async function spreadIn(ctx: Context, span: Span, figure: FigureKey) {
  const { rows } = await sql<{ amount: number; count: number }>`
    select f.amount, count(*) as count
    from indicators.fact as f
    where ${inSpan(ctx, span)} and f.amount is not null and f.counted & ${bitOf(figure)}::bigint <> 0
    group by f.amount
    order by f.amount`.execute(ctx.tx);
  return rows;
}
