import type { Context } from '../../../platform/context.ts';
import { hasHeardAll } from '../../../platform/delivered.ts';
import { amountsOf, tallied, talliedBy } from '../counting.ts';
import { factsAt } from '../facts-at.ts';
import { issueCountsOf } from '../issue-counting.ts';
import { follow } from '../make-facts.ts';
import { measuredOf } from '../measured.ts';
import { rebuildNow } from '../rebuilds.repo.ts';
import { type SpanAsked, spanOf } from '../span.ts';
import { type ReportRow, rowsOf } from './report-content.ts';
import { gatheredPeopleOf, rulesOf } from './stored-rules.ts';

export interface DaysAsOf {
  readonly figures: readonly ReportRow[];
  /** Accepted orders by matter, the most first. */
  readonly matters: readonly { readonly matter: string; readonly orders: number }[];
}

/** 截至某刻的一段日子, out of the events before it and the rules of then: the same whenever it is asked. */
export async function daysAsOf(
  ctx: Context,
  asked: SpanAsked,
  { cutoff, rules }: { cutoff: Date; rules: unknown },
): Promise<DaysAsOf> {
  const span = await spanOf(ctx, asked);
  const made = await factsAt(ctx, span, { cutoff, rules: rulesOf(rules) });
  const matters = [...talliedBy(made, 'matter')]
    .map(([matter, tally]) => ({ matter, orders: tally.get('K43')?.raw.denominator ?? 0 }))
    .filter(({ orders }) => orders > 0)
    .toSorted((a, b) => b.orders - a.orders || (a.matter < b.matter ? -1 : 1));
  return {
    figures: rowsOf(tallied(made), {
      amounts: measuredOf(amountsOf(made)),
      issues: issueCountsOf(made.issues, made, gatheredPeopleOf(rules)),
    }),
    matters,
  };
}

/** Which orders a span has to do with is known only as far as their events have been heard. */
export async function isKnownUntil(ctx: Context, cutoff: Date): Promise<boolean> {
  return (await hasHeardAll(ctx, follow, cutoff)) && (await rebuildNow(ctx)) === null;
}
