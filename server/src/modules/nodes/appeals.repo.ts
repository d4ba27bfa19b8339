import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { areaRange, matterRange } from '../desk/index.ts';
import type { Appeal } from './read-message.ts';

export interface Scope {
  /** Empty: the whole city, every matter. */
  readonly areas: readonly string[];
  readonly matters: readonly string[];
}

export interface Span {
  readonly from: Date;
  /** The first instant that no longer belongs to it. */
  readonly to: Date;
}

/** 读取诉求, the newest first, from before `below` on. Secret ones and withdrawn ones take no part (domain 2.11). */
export async function readAppeals(
  ctx: Context,
  { span, scope, below, most }: { span: Span; scope: Scope; below: string | null; most: number },
): Promise<Appeal[]> {
  const { rows } = await sql<Appeal>`
    select o.id, coalesce(t.title, '') as title, coalesce(left(t.content, 600), '') as content,
      coalesce(t.address, '') as address, o.area_code as area, o.accepted_at as at,
      coalesce(encode(r.phone_index, 'hex'), o.id::text) as person
    from (
      select o.id, o.city_id, o.area_code, o.accepted_at from orders.order as o
      where o.city_id = ${ctx.cityId}
        and o.id >= platform.first_id(${span.from})
        and o.id < coalesce(${below}::uuid, platform.first_id(${span.to}))
        and o.secrecy = 0 and o.status <> 'withdrawn' and o.channel <> 'proactive'
        and ${within('area_code', scope.areas.map(areaRange))}
        and ${within('matter_code', scope.matters.map(matterRange))}
      order by o.id desc
      limit ${most}
    ) as o
    left join lateral (
      select title, content, address from orders.text
      where city_id = o.city_id and order_id = o.id and kind = 'appeal'
      order by no desc limit 1
    ) as t on true
    left join requesters.requester as r on r.city_id = o.city_id and r.order_id = o.id
    order by o.id desc`.execute(ctx.tx);
  return rows;
}

type Range = { readonly from: string; readonly to: string };

function within(column: 'area_code' | 'matter_code', ranges: readonly Range[]) {
  if (ranges.length === 0) return sql<boolean>`true`;
  const parts = ranges.map(
    ({ from, to }) => sql<boolean>`${sql.ref(`o.${column}`)} between ${from} and ${to}`,
  );
  return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
