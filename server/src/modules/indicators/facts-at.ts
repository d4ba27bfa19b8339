import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';
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
  for (let after: string | null = null; ; ) {
    const found = await ordersOf(ctx, span, after);
    const events = found.length > 0 ? await eventsOf(ctx, found, cutoff) : new Map();
    for (const told of events.values()) {
      const facts = factsOf(told, rules);
      if (facts) countOrder(counted, facts);
    }
    after = found.at(-1) ?? null;
    if (found.length < ordersAtOnce) return counted;
  }
}

async function ordersOf(ctx: Context, { from, until }: Span, after: string | null) {
  const monthOf = (ms: number) => `${dayOf(ms, ctx.city.zone).slice(0, 7)}-01`;
  const { rows } = await sql<{ order_id: string }>`
    select distinct order_id
    from indicators.month
    where city_id = ${ctx.cityId}
      and on_month between ${monthOf(from.getTime())}::date and ${monthOf(until.getTime() - 1)}::date
      and order_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
    order by order_id
    limit ${ordersAtOnce}`.execute(ctx.tx);
  return rows.map(({ order_id }) => order_id);
}
