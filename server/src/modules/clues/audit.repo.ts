import { purposes } from '@minsheng/contract/orders.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export type Purpose = (typeof purposes)[number];

export interface Read {
  readonly at: Date;
  readonly order_id: string;
  readonly account_id: string | null;
  readonly unit_code: string | null;
  /** Null: none was stated. */
  readonly purpose: Purpose | null;
}

export interface Month {
  readonly from: Date;
  readonly to: Date;
}

/**
 * 谁读过诉求人 of the orders behind clues: every look that was kept, and every line of the audit log of that operation
 * beside which no look stands. The same answer given again within a day is the same read (a page that asked twice).
 */
const reads = ({ cityId }: Context, { from, to }: Month) => sql`
  select l.at, l.order_id, l.account_id, l.unit_code,
    case when l.purpose = any (${[...purposes]}::text[]) then l.purpose end as purpose
  from requesters.look as l
  where l.city_id = ${cityId} and l.at >= ${from} and l.at < ${to}
    and exists (
      select from clues.source as s where s.city_id = l.city_id and s.order_id = l.order_id)
  union all
  select a.at, s.order_id, a.actor_id, a.unit_code, null::text
  from platform.audit_line as a
  join (select distinct order_id from clues.source where city_id = ${cityId}) as s
    on s.order_id::text = a.facts ->> 'orderId'
  where a.city_id = ${cityId} and a.at >= ${from} and a.at < ${to}
    and a.path = '/orders/:orderId/people' and a.refusal is null
    and not exists (
      select from requesters.look as l
      where l.city_id = a.city_id and l.order_id = s.order_id
        and l.account_id is not distinct from a.actor_id
        and l.at > a.at - interval '1 day' and l.at <= a.at)`;

export interface ReadSums {
  readonly reads: number;
  readonly without_purpose: number;
}

export async function readSums(ctx: Context, month: Month): Promise<ReadSums> {
  const { rows } = await sql<ReadSums>`
    select count(*)::int as reads, count(*) filter (where purpose is null)::int as without_purpose
    from (${reads(ctx, month)}) as r`.execute(ctx.tx);
  return rows[0] ?? { reads: 0, without_purpose: 0 };
}

/** Those without a purpose first, then the latest. */
export async function readRows(ctx: Context, month: Month, most: number): Promise<Read[]> {
  const { rows } = await sql<Read>`
    select r.* from (${reads(ctx, month)}) as r
    order by (r.purpose is not null), r.at desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}

export async function ordersBehindClues(ctx: Context): Promise<number> {
  const { rows } = await sql<{ orders: number }>`
    select count(distinct order_id)::int as orders
    from clues.source
    where city_id = ${ctx.cityId}`.execute(ctx.tx);
  return rows[0]?.orders ?? 0;
}

/** 线索编号 of each of these orders: the first it told of. */
export async function firstClueOf(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, { year: number; no: number }>> {
  const { rows } = await sql<{ order_id: string; year: number; no: number }>`
    select distinct on (s.order_id) s.order_id, c.year, c.no
    from clues.source as s
    join clues.clue as c on c.city_id = s.city_id and c.id = s.clue_id
    where s.city_id = ${ctx.cityId} and s.order_id = any (${[...orderIds]}::uuid[])
    order by s.order_id, s.marked_at`.execute(ctx.tx);
  return new Map(rows.map(({ order_id, ...number }) => [order_id, number]));
}
