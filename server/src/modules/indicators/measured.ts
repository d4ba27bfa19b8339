import type { FigureKey } from '@minsheng/contract/words/indicators.ts';

export interface Amount {
  readonly amount: number;
  count: number;
}

export interface Measured {
  readonly figure: FigureKey;
  readonly median: number;
  readonly p90: number;
  readonly spread: Amount[];
}

/** 中位数与九成, the value between two where the place falls between; null where nothing was measured. */
export function measured(figure: FigureKey, amounts: readonly Amount[]): Measured | null {
  if (amounts.length === 0) return null;
  return {
    figure,
    median: percentile(amounts, 0.5),
    p90: percentile(amounts, 0.9),
    // Minutes are nearly all different: only times have a spread to show.
    spread: figure === 'K24' ? amounts.map(({ amount, count }) => ({ amount, count })) : [],
  };
}

/** The same of all that is measured. */
export const measuredOf = (amounts: ReadonlyMap<FigureKey, readonly Amount[]>): Measured[] =>
  [...amounts].flatMap(([figure, all]) => measured(figure, all) ?? []);

/** Of amounts in order. */
function percentile(amounts: readonly Amount[], share: number): number {
  const all = amounts.reduce((sum, { count }) => sum + count, 0);
  const place = (all - 1) * share;
  const below = amountAt(amounts, Math.floor(place));
  const above = amountAt(amounts, Math.ceil(place));
  return below + (above - below) * (place - Math.floor(place));
}

function amountAt(amounts: readonly Amount[], place: number): number {
  let passed = 0;
  for (const { amount, count } of amounts) {
    passed += count;
    if (passed > place) return amount;
  }
  return 0;
}
