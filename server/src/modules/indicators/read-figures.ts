import { type indicators as contract, indicatorTable } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import {
  type FigureKey,
  figureKeys,
  indicatorIds,
  issueFigures,
} from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../platform/context.ts';
import { cityRules } from './city-rules.ts';
import { amountsOf, type Counting, tallied } from './counting.ts';
import { type IssueCount, issueCountsIn } from './issue-figures.ts';
import { type Amount, measured } from './measured.ts';
import { rebuildNow } from './rebuilds.repo.ts';
import { type Span, spanOf } from './span.ts';
import { amountsIn, sumsIn } from './sums.repo.ts';
import { type Count, hasRate, leftOutOf, type Tally, tallyOfSums } from './tally.ts';
import { zeroFigure } from './zero-figure.ts';

type Reply = ReplyOf<typeof contract.readFigures>;

/** 指标值 of a span: raw beside adjusted, with coverage. What nothing feeds is named, and has no figure. */
export async function readFigures(
  ctx: Context,
  input: InputOf<typeof contract.readFigures>,
): Promise<Reply> {
  const span = await spanOf(ctx, input);
  const [figures, keyDates, rebuilding, { gatheredPeople }] = await Promise.all([
    figuresIn(ctx, span),
    zeroFigure(ctx, span),
    rebuildNow(ctx),
    cityRules(ctx),
  ]);
  return {
    now: ctx.now.toISOString(),
    scope: { unit: span.unit?.code ?? null, county: span.county, matter: span.matter },
    figures,
    gatheredPeople,
    keyDates,
    unfed: indicatorIds.flatMap((id) => {
      const { source } = indicatorTable[id];
      const isFed = source === 'orders' || (source === 'key-dates' && keyDates !== null);
      return isFed ? [] : [{ id, source }];
    }),
    rebuilding: rebuilding && { done: rebuilding.done, total: rebuilding.total },
  };
}

/** For this module's own pages and reports. */
export async function figuresIn(ctx: Context, span: Span): Promise<Reply['figures']> {
  const [sums, amounts, issueCounts] = await Promise.all([
    sumsIn(ctx, span, { by: [], figures: null }),
    amountsIn(ctx, span),
    issueCountsIn(ctx, span),
  ]);
  const tally = tallyOfSums(sums);
  return figureKeys.map((key) => {
    const issues = issueCounts.get(key);
    return issues
      ? issueFigure(key, issues)
      : shown(key, countOf(tally, key), amounts.get(key) ?? []);
  });
}

const ofIssues: readonly FigureKey[] = issueFigures;

/** The same of facts as they stood at an instant; issues are not among them. */
export function figuresOf(counted: Counting): Reply['figures'] {
  const [tally, amounts] = [tallied(counted), amountsOf(counted)];
  return figureKeys
    .filter((key) => !ofIssues.includes(key))
    .map((key) => shown(key, countOf(tally, key), amounts.get(key) ?? []));
}

function countOf(tally: Tally, key: FigureKey): Count {
  const count = tally.get(key);
  if (!count) throw new Error(`${key} was not counted.`);
  return count;
}

const issueFigure = (key: FigureKey, fraction: IssueCount): Reply['figures'][number] => ({
  key,
  adjusted: fraction,
  raw: fraction,
  hasRate: hasRate({ adjusted: fraction }),
  leftOut: [],
  coverage: { known: fraction.denominator, of: fraction.denominator },
  amounts: null,
});

function shown(key: FigureKey, count: Count, amounts: readonly Amount[]): Reply['figures'][number] {
  const amount = measured(key, amounts);
  return {
    key,
    adjusted: count.adjusted,
    raw: count.raw,
    hasRate: hasRate(count),
    leftOut: leftOutOf(count),
    coverage: count.coverage,
    amounts: amount && { median: amount.median, p90: amount.p90, spread: amount.spread },
  };
}
