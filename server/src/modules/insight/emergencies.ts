import type { insight } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { firstIdAt, searchable } from '../desk/index.ts';

type Emergencies = ReplyOf<typeof insight.today>['emergencies'];

const shownEmergencies = 20;

interface Times {
  accepted_at: Date;
  fixed_at: Date | null;
  scene_minutes: number | null;
}

/** 特急: from acceptance to repair, against the minutes its class gives (C1: 30). */
export async function emergenciesSince(ctx: Context, since: Date): Promise<Emergencies> {
  const rows = await searchable(ctx)
    .select(['o.id', 'o.order_no', 'o.accepted_at'])
    .select([
      sql<string | null>`(
        select title from orders.text as t
        where t.city_id = o.city_id and t.order_id = o.id and t.kind = 'appeal'
        order by t.no desc limit 1)`.as('title'),
      sql<Date | null>`(
        select min(a.fixed_at) from dispatch.assignment as a
        where a.city_id = o.city_id and a.order_id = o.id and a.state not in ('revoked', 'returned'))`.as(
        'fixed_at',
      ),
      sql<number | null>`(
        select max((a.limits -> 'scene' ->> 'minutes')::integer) from dispatch.assignment as a
        where a.city_id = o.city_id and a.order_id = o.id and a.state not in ('revoked', 'returned'))`.as(
        'scene_minutes',
      ),
    ])
    .where('o.id', '>=', firstIdAt(since))
    .where('o.urgency', '=', 'U1')
    .orderBy('o.id', 'desc')
    .limit(shownEmergencies)
    .execute();
  return rows.map((row) => ({
    orderId: row.id,
    orderNo: row.order_no,
    title: row.title ?? '',
    acceptedAt: row.accepted_at.toISOString(),
    fixedMinutes: minutesToRepair(row),
    isMet: isMet(row, ctx.now),
  }));
}

/** 受理到修复, to a tenth of a minute; null until the danger is gone. */
export function minutesToRepair({ accepted_at, fixed_at }: Times): number | null {
  return fixed_at && Math.round((fixed_at.getTime() - accepted_at.getTime()) / 6000) / 10;
}

/** Not repaired and out of time is missed, even before anybody repairs it; without a limit nobody can say. */
export function isMet(times: Times, now: Date): boolean | null {
  const { accepted_at, fixed_at, scene_minutes } = times;
  if (scene_minutes === null) return null;
  const minutes = ((fixed_at ?? now).getTime() - accepted_at.getTime()) / 60_000;
  if (minutes > scene_minutes) return false;
  return fixed_at ? true : null;
}
