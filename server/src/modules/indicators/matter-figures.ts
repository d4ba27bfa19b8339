import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../platform/context.ts';
import { type IssueCount, issueCountsIn } from './issue-figures.ts';
import { type SpanAsked, spanOf } from './span.ts';
import { sumsIn } from './sums.repo.ts';
import { tallyOfSums } from './tally.ts';

export type MatterFigures = ReadonlyMap<string, ReadonlyMap<FigureKey, IssueCount>>;

/** 分事项的数, from the sums of whole months: adjusted, by leaf of the tree. */
export async function figuresByMatter(
  ctx: Context,
  asked: SpanAsked,
  figures: readonly FigureKey[],
): Promise<MatterFigures> {
  const span = await spanOf(ctx, asked);
  const sums = await sumsIn(ctx, span, { by: ['matter'], figures });
  const byMatter = Map.groupBy(sums, ({ matter }) => matter ?? '');
  return new Map(
    [...byMatter].map(([matter, own]) => {
      const tally = tallyOfSums(own);
      const counts = figures.flatMap((key) => {
        const count = tally.get(key);
        return count ? [[key, count.adjusted] as const] : [];
      });
      return [matter, new Map(counts)];
    }),
  );
}

/** 回潮 of one branch of the matters: issues solved in the span, and how many of them were told of again. */
export async function returnedOf(ctx: Context, asked: SpanAsked): Promise<IssueCount> {
  const counts = await issueCountsIn(ctx, await spanOf(ctx, asked));
  return counts.get('K45') ?? { numerator: 0, denominator: 0 };
}
