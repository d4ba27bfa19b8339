import type { scorecard as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { type FigureKey, issueFigures } from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../../platform/context.ts';
import { spanOf } from '../span.ts';
import { sumsIn } from '../sums.repo.ts';
import { tallyOfSums } from '../tally.ts';
import { daysOf, monthAfter } from './month-span.ts';

const shownMonths = 12;
/** What orders put into these is no figure by itself. */
const ofIssues: readonly FigureKey[] = issueFigures;

/** 走势: every figure of the last twelve months, read once. */
export async function readTrend(
  ctx: Context,
  { month, ...scope }: InputOf<typeof contract.readTrend>,
): Promise<ReplyOf<typeof contract.readTrend>> {
  const first = monthAfter(month, 1 - shownMonths);
  const span = await spanOf(ctx, { ...daysOf(first, month), ...scope });
  const sums = await sumsIn(ctx, span, { by: ['month'], figures: null });
  const byMonth = Map.groupBy(sums, (sum) => sum.month);
  return {
    months: Array.from({ length: shownMonths }, (_, no) => {
      const each = monthAfter(first, no);
      const figures = [...tallyOfSums(byMonth.get(each) ?? [])]
        .filter(([key, { adjusted }]) => adjusted.denominator > 0 && !ofIssues.includes(key))
        .map(([key, { adjusted }]) => ({ key, ...adjusted }));
      return { month: each, figures };
    }),
  };
}
