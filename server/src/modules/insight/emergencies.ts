import type { insight } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

interface Row {
  id: string;
  order_no: string;
  title: string;
  accepted_at: Date;
  fixed_at: Date | null;
  scene_minutes: number | null;
}

/** 特急: from acceptance to repair, against the minutes its class gives (C1: 30). */
export async function emergenciesSince(
  ctx: Context,
  since: Date,
): Promise<ReplyOf<typeof insight.today>['emergencies']> {
  const { rows } = await sql<Row>`
    select o.id, o.order_no, coalesce(t.title, '') as title, o.accepted_at, d.fixed_at, d.scene_minutes
    from orders.order as o
    left join lateral (
      select title from orders.text
      where city_id = o.city_id and order_id = o.id and kind = 'appeal' order by no desc limit 1
    ) as t on true
    left join lateral (
      select min(fixed_at) as fixed_at, max((limits -> 'scene' ->> 'minutes')::integer) as scene_minutes
      from dispatch.assignment
      where city_id = o.city_id and order_id = o.id and state <> 'revoked'
    ) as d on true
    where o.city_id = ${ctx.cityId} and o.id >= platform.first_id(${since}) and o.urgency = 'U1' and o.secrecy < 3
    order by o.id desc
    limit 20`.execute(ctx.tx);
  return rows.map((row) => {
    const minutes = row.fixed_at
      ? (row.fixed_at.getTime() - row.accepted_at.getTime()) / 60_000
      : null;
    return {
      orderId: row.id,
      orderNo: row.order_no,
      title: row.title,
      acceptedAt: row.accepted_at.toISOString(),
      fixedMinutes: minutes === null ? null : Math.round(minutes * 10) / 10,
      isMet: isMet(minutes, row, ctx.now),
    };
  });
}

/** Not fixed and out of time is not met, even before anybody fixes it. */
function isMet(minutes: number | null, row: Row, now: Date): boolean | null {
  if (row.scene_minutes === null) return null;
  if (minutes !== null) return minutes <= row.scene_minutes;
  const isLate = now.getTime() - row.accepted_at.getTime() > row.scene_minutes * 60_000;
  return isLate ? false : null;
}
