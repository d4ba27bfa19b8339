import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { type Counting, counting, countOrder } from './counting.ts';
import { eventsOf } from './facts.repo.ts';
import { factsOf } from './facts-of.ts';
import type { Rules } from './mark.ts';
import type { Span } from './span.ts';

const ordersAtOnce = 500;

/** What happened from the cutoff on is not known; nor what the calendar and the limits became. */
export interface AsOf {
  readonly cutoff: Date;
  readonly rules: Rules;
}

/**
 * 截至: the facts of a span as the events before an instant tell them, whatever has happened since. Every order that ever
 * had to do with the span's months is read anew, also one whose limit has moved out of it meanwhile. Issues (K44, K45)
 * are not counted: they are of the whole city, not of an order.
 */
export async function factsAt(
  ctx: Context,
  span: Span,
  { cutoff, rules }: AsOf,
): Promise<Counting> {
  const counted = counting(span, cutoff);
  const read = new Set<string>();
  for (const month of monthsOf(ctx, span))
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
