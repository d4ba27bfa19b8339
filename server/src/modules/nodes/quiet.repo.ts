import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { matterRange } from '../desk/index.ts';
import type { Span } from './appeals.repo.ts';

export interface PlacedOrder {
  readonly id: string;
  readonly at: Date;
  readonly lng: number;
  readonly lat: number;
}

/** 有坐标的诉求 of these matters, the newest first; of named readers and withdrawn ones none. */
export async function placedOrders(
  ctx: Context,
  { span, matters, most }: { span: Span; matters: readonly string[]; most: number },
): Promise<PlacedOrder[]> {
  if (matters.length === 0) return [];
  const among = matters
    .map(matterRange)
    .map(({ from, to }) => sql<boolean>`matter_code between ${from} and ${to}`);
  const { rows } = await sql<PlacedOrder>`
    select id, accepted_at as at, lng, lat
    from orders.order
    where city_id = ${ctx.cityId}
      and id >= platform.first_id(${span.from}) and id < platform.first_id(${span.to})
      and (${sql.join(among, sql` or `)})
      and lng is not null and lat is not null and secrecy < 3 and status <> 'withdrawn'
      and channel <> 'proactive'
    order by id desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}
