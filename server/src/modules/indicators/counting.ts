import type { FigureKey, Grouping } from '@minsheng/contract/words/indicators.ts';
import type { Fact, OrderFacts } from './facts-of.ts';
import { countIssue, type IssueCounting, issueCounting } from './issue-counting.ts';
import { masksOf } from './masks.ts';
import type { Amount } from './measured.ts';
import { holds, type Span } from './span.ts';
import { type Alike, type Tally, tallyOf } from './tally.ts';

interface Kept extends Alike {
  readonly unit: string | null;
  readonly county: string;
  readonly matter: string;
}

/** 点数: facts of a span as they stood at an instant, alike ones together; what the database counts in one pass, in memory. */
export interface Counting {
  readonly span: Span;
  readonly asOf: Date;
  readonly kept: Map<string, Kept>;
  readonly amounts: Map<FigureKey, number[]>;
  readonly issues: IssueCounting;
}

export const counting = (span: Span, asOf: Date): Counting => ({
  span,
  asOf,
  kept: new Map(),
  amounts: new Map(),
  issues: issueCounting(),
});

export function countOrder(into: Counting, order: OrderFacts): void {
  countIssue(into.issues, into, order);
  for (const fact of order.facts)
    if (holds(into.span, { ...order, ...fact })) keep(into, order, fact);
}

function keep(into: Counting, { county, matter }: OrderFacts, fact: Fact): void {
  const { amount, ...masks } = masksOf(fact);
  const waits = fact.waitsUntil !== null && fact.waitsUntil > into.asOf;
  const about = { ...masks, waits, unit: fact.holder?.unit ?? null, county, matter };
  const key = JSON.stringify(about);
  const count = (into.kept.get(key)?.count ?? 0) + 1;
  into.kept.set(key, { ...about, count });
  for (const mark of fact.marks)
    if (mark.amount !== null && amount !== null) measure(into, mark.figure, mark.amount);
}

function measure({ amounts }: Counting, figure: FigureKey, amount: number): void {
  const known = amounts.get(figure);
  if (known) known.push(amount);
  else amounts.set(figure, [amount]);
}

export const tallied = ({ kept }: Counting): Tally => tallyOf([...kept.values()]);

/** The same by unit, county or matter. */
export function talliedBy({ kept }: Counting, by: Grouping): Map<string, Tally> {
  const groups = new Map<string, Kept[]>();
  for (const one of kept.values()) {
    const code = one[by];
    if (code !== null) groups.set(code, [...(groups.get(code) ?? []), one]);
  }
  return new Map([...groups].map(([code, alike]) => [code, tallyOf(alike)]));
}

/** Of each figure that is measured how many of each amount, in order. */
export const amountsOf = ({ amounts }: Counting): Map<FigureKey, Amount[]> =>
  new Map([...amounts].map(([figure, all]) => [figure, inOrder(all)]));

function inOrder(all: readonly number[]): Amount[] {
  const counts = new Map<number, Amount>();
  for (const amount of all) {
    const known = counts.get(amount);
    if (known) known.count += 1;
    else counts.set(amount, { amount, count: 1 });
  }
  return [...counts.values()].toSorted((a, b) => a.amount - b.amount);
}
