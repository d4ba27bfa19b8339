import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { inSpan, type Span } from '../span.ts';
import type { Alike } from '../tally.ts';

export type MonthAlike = Alike & { readonly month: string };

/** Facts alike, and how many, by the month of the city's calendar. */
export async function alikeByMonth(ctx: Context, span: Span): Promise<MonthAlike[]> {
  const { rows } = await sql<MonthAlike>`
    select to_char(f.at at time zone ${ctx.city.zone}, 'YYYY-MM') as month, f.raw_counted, f.raw_met, f.counted,
      f.met, f.unknown, f.left_out, coalesce(f.waits_until > ${ctx.now}, false) as waits,
      count(*)::integer as count
    from indicators.fact as f
    where ${inSpan(ctx, span)}
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(ctx.tx);
  return rows;
}
