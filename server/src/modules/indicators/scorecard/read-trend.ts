import type { scorecard as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../../platform/context.ts';
import { spanOf } from '../span.ts';
import { tallyOf } from '../tally.ts';
import { daysOf, monthAfter } from './month-span.ts';
import { alikeByMonth } from './months.repo.ts';

const shownMonths = 12;

/** 走势: every figure of the last twelve months, read once. */
export async function readTrend(
  ctx: Context,
  { month, ...scope }: InputOf<typeof contract.readTrend>,
): Promise<ReplyOf<typeof contract.readTrend>> {
  const first = monthAfter(month, 1 - shownMonths);
  const span = await spanOf(ctx, { ...daysOf(first, month), ...scope });
  const byMonth = Map.groupBy(await alikeByMonth(ctx, span), (alike) => alike.month);
  return {
    months: Array.from({ length: shownMonths }, (_, no) => {
      const each = monthAfter(first, no);
      const figures = [...tallyOf(byMonth.get(each) ?? [])]
        .filter(([, { adjusted }]) => adjusted.denominator > 0)
        .map(([key, { adjusted }]) => ({ key, ...adjusted }));
      return { month: each, figures };
    }),
  };
}
