import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { propose } from './propose.ts';

/** 集中诉求 (K44): so many appeals about one thing. */
const manyAppeals = 5;

/** 群体集中诉求: proposed for one order of the thing, not for each of them. */
export async function proposeClustered(ctx: Context, order: orders.Order): Promise<void> {
  const { rows } = await sql<{ appeals: number; is_known: boolean }>`
    select i.appeals, exists (
      select from orders.order as o
      join supervision.supervision as s on s.city_id = o.city_id and s.order_id = o.id
      where o.city_id = i.city_id and o.issue_id = i.id and s.trigger = 'clustered'
    ) as is_known
    from issues.issue as i
    where i.city_id = ${ctx.cityId} and i.id = ${order.issue_id}`.execute(ctx.tx);
  const [issue] = rows;
  if (!issue || issue.is_known || issue.appeals < manyAppeals) return;
  await propose(ctx, await orders.lock(ctx, order.id), 'clustered');
}
