import type { Context } from '../../platform/context.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { type Counting, counting, countOrder } from './counting.ts';
import { eventsOf } from './facts.repo.ts';
import { factsOf } from './facts-of.ts';
import { lastDays } from './issue-figures.ts';
import type { Rules } from './mark.ts';
import type { Span } from './span.ts';
import { ordersOfIssues, ordersOfMonth } from './told-orders.repo.ts';

/** What happened from the cutoff on is not known; nor what the calendar and the limits became. */
export interface AsOf {
  readonly cutoff: Date;
  readonly rules: Rules;
}

/**
 * 截至: the facts of a span as the events before an instant tell them, whatever has happened since. Every order that ever
 * had to do with the span's months is read anew, also one whose limit has moved out of it meanwhile. Issues (K44, K45)
 * want more: the last days before the span's end, and of what was solved in it every order that told of it again. Those
 * are found by their issue, so that a report made long afterwards holds no more in memory than one made at once.
 */
export async function factsAt(
  ctx: Context,
  span: Span,
  { cutoff, rules }: AsOf,
): Promise<Counting> {
  const counted = counting(span, cutoff);
  const read = new Set<string>();
  const readAll = async (ids: readonly string[]) => {
    const fresh = ids.filter((id) => !read.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) read.add(id);
    for (const told of (await eventsOf(ctx, fresh, cutoff)).values()) {
      const facts = factsOf(told, rules);
      if (facts) countOrder(counted, facts);
    }
  };
  const { from } = lastDays(cutoff, span, 30);
  for (const month of monthsOf(ctx, { ...span, from: from < span.from ? from : span.from }))
    for await (const found of ordersOfMonth(ctx, month)) await readAll(found);
  for await (const found of ordersOfIssues(ctx, [...counted.issues.solved.keys()]))
    await readAll(found);
  return counted;
}

/** 'YYYY-MM-01' of every month the span touches. */
function monthsOf({ city }: Context, { from, until }: Span): string[] {
  const [first, last] = [from.getTime(), until.getTime() - 1].map((ms) => dayOf(ms, city.zone));
  const months: string[] = [];
  let on = `${first?.slice(0, 7)}-01`;
  while (last !== undefined && on <= last) {
    months.push(on);
    on = `${dayAfter(on, 31).slice(0, 7)}-01`;
  }
  return months;
}
