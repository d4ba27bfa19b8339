import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
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

const measuredFigures = ['K24', 'K25', 'K36'] as const satisfies readonly FigureKey[];

/** 时长、次数: how many rows carry which amount; one pass for all that is measured. */
export async function amountsIn(
  ctx: Context,
  span: Span,
): Promise<Map<FigureKey, { amount: number; count: number }[]>> {
  const bits = measuredFigures.map(bitOf);
  const { rows } = await sql<{ bit: number; amount: number; count: number }>`
    select m.bit, f.amount, count(*) as count
    from indicators.fact as f
    join unnest(${bits}::bigint[]) as m (bit) on f.counted & m.bit <> 0
    where ${inSpan(ctx, span)} and f.amount is not null
    group by m.bit, f.amount
    order by f.amount`.execute(ctx.tx);
  return new Map(
    measuredFigures.map((figure) => [figure, rows.filter(({ bit }) => bit === bitOf(figure))]),
  );
}
