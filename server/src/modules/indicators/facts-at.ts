import { againDays } from '@minsheng/contract/words/indicators.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { type Counting, counting, countOrder } from './counting.ts';
import { eventsOf } from './facts.repo.ts';
import { factsOf } from './facts-of.ts';
import { lastDays } from './issue-figures.ts';
import type { Rules } from './mark.ts';
import type { Span } from './span.ts';

const ordersAtOnce = 500;
const dayMs = 86_400_000;

/** What happened from the cutoff on is not known; nor what the calendar and the limits became. */
export interface AsOf {
  readonly cutoff: Date;
  readonly rules: Rules;
}

/**
 * 截至: the facts of a span as the events before an instant tell them, whatever has happened since. Every order that ever
 * had to do with the span's months is read anew, also one whose limit has moved out of it meanwhile. Issues (K44, K45)
 * want more months: the days before its end for who spoke of them, and those after it for who told of them again.
 */
export async function factsAt(
  ctx: Context,
  span: Span,
  { cutoff, rules }: AsOf,
): Promise<Counting> {
  const counted = counting(span, cutoff);
  const read = new Set<string>();
  for (const month of monthsOf(ctx, issueSpan(span, cutoff)))
    for await (const found of ordersOf(ctx, month)) {
      const events = await eventsOf(ctx, found, cutoff);
      for (const [orderId, told] of events) {
        const facts = read.has(orderId) ? null : factsOf(told, rules);
        if (facts) countOrder(counted, facts);
        read.add(orderId);
      }
    }
  return counted;
}

function issueSpan(span: Span, cutoff: Date): Span {
  const { from } = lastDays(cutoff, span, 30);
  const again = new Date(span.until.getTime() + againDays * dayMs);
  const until = again < cutoff ? again : cutoff;
  return {
    ...span,
    from: from < span.from ? from : span.from,
    until: until > span.until ? until : span.until,
  };
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

/** By the primary key of one month, some at a time. */
async function* ordersOf(ctx: Context, month: string): AsyncGenerator<string[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ order_id: string }>`
      select order_id
      from indicators.month
      where city_id = ${ctx.cityId} and on_month = ${month}::date and order_id > ${after}::uuid
      order by order_id
      limit ${ordersAtOnce}`.execute(ctx.tx);
    const last = rows.at(-1)?.order_id;
    if (last === undefined) return;
    yield rows.map(({ order_id }) => order_id);
    if (rows.length < ordersAtOnce) return;
    after = last;
  }
}
