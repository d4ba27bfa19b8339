import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import type { MatterRatio } from '../difficulty.ts';
import { bitOf } from '../masks.ts';
import { inSpan, type Span } from '../span.ts';

/** What one unit itself reached in one matter. */
export interface HeldRow extends MatterRatio {
  unit: string;
  rawNumerator: number;
  rawDenominator: number;
}

/** By unit and matter, without what is not due yet. */
export async function heldIn(ctx: Context, span: Span, figure: FigureKey): Promise<HeldRow[]> {
  const bit = sql`${bitOf(figure)}::bigint`;
  const { rows } = await sql<HeldRow>`
    select f.unit_code as unit, f.matter_code as matter,
      count(*) filter (where f.met & ${bit} <> 0)::integer as numerator,
      count(*) filter (where f.counted & ${bit} <> 0)::integer as denominator,
      count(*) filter (where f.raw_met & ${bit} <> 0)::integer as "rawNumerator",
      count(*)::integer as "rawDenominator"
    from indicators.fact as f
    where ${inSpan(ctx, span)} and f.raw_counted & ${bit} <> 0 and f.unit_code is not null
      and (f.waits_until is null or f.waits_until <= ${ctx.now})
    group by 1, 2`.execute(ctx.tx);
  return rows;
}

/** 历史: what the whole city reached, matter by matter. */
export async function historyIn(
  ctx: Context,
  span: Span,
  figure: FigureKey,
): Promise<MatterRatio[]> {
  const bit = sql`${bitOf(figure)}::bigint`;
  const { rows } = await sql<MatterRatio>`
    select f.matter_code as matter,
      count(*) filter (where f.met & ${bit} <> 0)::integer as numerator,
      count(*)::integer as denominator
    from indicators.fact as f
    where ${inSpan(ctx, span)} and f.counted & ${bit} <> 0
      and (f.waits_until is null or f.waits_until <= ${ctx.now})
    group by 1`.execute(ctx.tx);
  return rows;
}

/** 量: duties each unit itself was given. */
export async function dutiesIn(ctx: Context, span: Span): Promise<Map<string, number>> {
  const bit = sql`${bitOf('K23')}::bigint`;
  const { rows } = await sql<{ unit: string; count: number }>`
    select f.unit_code as unit, count(*)::integer as count
    from indicators.fact as f
    where ${inSpan(ctx, span)} and f.raw_counted & ${bit} <> 0 and f.unit_code is not null
    group by 1`.execute(ctx.tx);
  return new Map(rows.map(({ unit, count }) => [unit, count]));
}
