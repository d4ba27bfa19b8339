import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { openStatuses } from '../orders/index.ts';

export interface HeldCounts {
  readonly orders: number;
  readonly open: number;
  /** More than are counted at once: the newest are. */
  readonly isCut: boolean;
}

interface Asked {
  readonly codes: readonly string[];
  readonly from: Date;
  readonly until: Date;
  readonly most: number;
}

/** 件数 of each mechanism, of the orders `heldOrders` reads, counted where they lie. */
export async function heldCounts(
  ctx: Context,
  { codes, from, until, most }: Asked,
): Promise<Map<string, HeldCounts>> {
  const { rows } = await sql<{ code: string; found: number; open: number }>`
    select c.code, count(o.no)::int as found,
      count(*) filter (where o.no <= ${most} and o.status = any (${[...openStatuses]}::text[]))::int as open
    from unnest(${[...codes]}::text[]) as c(code)
    left join lateral (
      select n.status, row_number() over (order by h.order_id desc) as no
      from mechanisms.held as h
      join orders.order as n on n.city_id = h.city_id and n.id = h.order_id
      where h.city_id = ${ctx.cityId} and h.mechanism = c.code and h.ended_at is null
        and h.order_id >= platform.first_id(${from}) and h.order_id < platform.first_id(${until})
        and n.status <> 'withdrawn' and n.secrecy < 3
      order by h.order_id desc
      limit ${most + 1}
    ) as o on true
    group by c.code`.execute(ctx.tx);
  return new Map(
    rows.map(({ code, found, open }) => [
      code,
      { orders: Math.min(found, most), open, isCut: found > most },
    ]),
  );
}
