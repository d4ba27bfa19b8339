import type { FigureKey, Grouping } from '@minsheng/contract/words/indicators.ts';
import type { Fact, OrderFacts } from './facts-of.ts';
import type { Measured } from './figures.repo.ts';
import { masksOf } from './masks.ts';
import { isWithin, type Span } from './span.ts';
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
}

export const counting = (span: Span, asOf: Date): Counting => ({
  span,
  asOf,
  kept: new Map(),
  amounts: new Map(),
});

export function countOrder(into: Counting, order: OrderFacts): void {
  const { county, matter } = into.span;
  if (county && order.county !== county) return;
  if (matter && !order.matter.startsWith(matter)) return;
  for (const fact of order.facts) if (lies(into.span, fact)) keep(into, order, fact);
}

function lies({ from, until, unit }: Span, { at, holder }: Fact): boolean {
  if (at < from || at >= until) return false;
  return unit === null || (holder !== null && isWithin(holder.path, unit.path));
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

/** 中位数与九成, as `percentile_cont` reckons them. */
export function measured({ amounts }: Counting): Measured[] {
  return [...amounts].map(([figure, all]) => ({
    figure,
    median: percentile(all, 0.5),
    p90: percentile(all, 0.9),
    spread: figure === 'K24' ? spreadOf(all) : [],
  }));
}

function percentile(amounts: readonly number[], share: number): number {
  const sorted = amounts.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return below + (above - below) * (place - Math.floor(place));
}

function spreadOf(amounts: readonly number[]): Measured['spread'] {
  const counts = new Map<number, number>();
  for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1);
  return [...counts]
    .map(([amount, count]) => ({ amount, count }))
    .toSorted((a, b) => a.amount - b.amount);
}
