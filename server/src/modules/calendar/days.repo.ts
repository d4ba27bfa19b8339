import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface ListedDay {
  readonly on: string;
  readonly kind: 'off' | 'work';
  readonly name: string;
  readonly source: string;
  readonly isCorrected: boolean;
}

/** Days off and make-up days in force, first to last day included. */
export async function daysBetween(ctx: Context, from: string, to: string): Promise<ListedDay[]> {
  const { rows } = await sql<ListedDay>`
    select on_day::text as on, kind, name, source, is_corrected as "isCorrected"
    from calendar.effective_day
    where city_id = ${ctx.cityId}
      and on_day between ${from}::date and ${to}::date
    order by on_day`.execute(ctx.tx);
  return rows;
}
