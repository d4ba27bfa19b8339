import type { ReturnReason } from '@minsheng/contract/words/disputes.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';

export interface Repeat {
  readonly id: string;
  readonly ruledAt: Date;
  readonly askedAt: Date;
  readonly unitCode: string;
  readonly reason: ReturnReason;
  readonly basis: string;
  readonly ruledBy: string | null;
  readonly rejectedBefore: Date;
}

interface Wanted {
  readonly from: Date;
  readonly until: Date;
  readonly unit: string | null;
}

/** One page and one row more, by the ruling, latest first. */
export async function repeatsIn(
  ctx: Context,
  { from, until, unit }: Wanted,
  after: Place | null,
): Promise<Repeat[]> {
  const below = after
    ? sql`and (r.ruled_at, r.order_id) < (${instantOf(after)}, ${after.id}::uuid)`
    : sql``;
  const ofUnit = unit === null ? sql`` : sql`and r.unit_code = ${unit}`;
  const { rows } = await sql<Repeat>`
    select r.order_id as id, r.ruled_at as "ruledAt", r.asked_at as "askedAt", r.unit_code as "unitCode", r.reason, r.basis,
      r.ruled_by as "ruledBy", e.ruled_at as "rejectedBefore"
    from disputes.return as r
    join disputes.return as e on e.city_id = r.city_id and e.order_id = r.order_id and e.no = r.repeats_no
    where r.city_id = ${ctx.cityId} and r.repeats_no is not null
      and r.ruled_at >= ${from} and r.ruled_at < ${until} ${ofUnit} ${below}
    order by r.ruled_at desc, r.order_id desc
    limit ${pageRows + 1}`.execute(ctx.tx);
  return rows;
}

/** How many of each unit in the same time, most first. */
export async function repeatsByUnit(
  ctx: Context,
  { from, until }: Wanted,
): Promise<{ unitCode: string; count: number }[]> {
  const { rows } = await sql<{ unitCode: string; count: number }>`
    select r.unit_code as "unitCode", count(*)::int as count
    from disputes.return as r
    where r.city_id = ${ctx.cityId} and r.repeats_no is not null
      and r.ruled_at >= ${from} and r.ruled_at < ${until}
    group by r.unit_code
    order by count(*) desc, r.unit_code`.execute(ctx.tx);
  return rows;
}
