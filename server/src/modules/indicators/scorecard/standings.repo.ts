import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../../platform/context.ts';
import type { MatterRatio } from '../difficulty.ts';
import type { Span } from '../span.ts';
import { sumsIn } from '../sums.repo.ts';

/** What one unit itself reached in one matter. */
export interface HeldRow extends MatterRatio {
  unit: string;
  rawNumerator: number;
  rawDenominator: number;
}

/** By unit and matter, without what is not due yet. */
export async function heldIn(ctx: Context, span: Span, figure: FigureKey): Promise<HeldRow[]> {
  const sums = await sumsIn(ctx, span, { by: ['unit', 'matter'], figures: [figure] });
  return sums.flatMap(({ unit, matter, waits, ...sum }) =>
    unit === null || matter === null || waits || sum.raw_counted === 0
      ? []
      : [
          {
            unit,
            matter,
            numerator: sum.met,
            denominator: sum.counted,
            rawNumerator: sum.raw_met,
            rawDenominator: sum.raw_counted,
          },
        ],
  );
}

/** 历史: what the whole city reached, matter by matter. */
export async function historyIn(
  ctx: Context,
  span: Span,
  figure: FigureKey,
): Promise<MatterRatio[]> {
  const sums = await sumsIn(ctx, span, { by: ['matter'], figures: [figure] });
  return sums.flatMap(({ matter, waits, met, counted }) =>
    matter === null || waits || counted === 0
      ? []
      : [{ matter, numerator: met, denominator: counted }],
  );
}

/** 量: duties each unit itself was given. */
export async function dutiesIn(ctx: Context, span: Span): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { unit, raw_counted } of await sumsIn(ctx, span, { by: ['unit'], figures: ['K23'] }))
    if (unit !== null && raw_counted !== 0) counts.set(unit, (counts.get(unit) ?? 0) + raw_counted);
  return counts;
}
