import type { ProactiveTrigger } from '@minsheng/contract/words/foresight.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({ table: 'foresight.proactive', words: ['basis'] });

export interface Proactive extends Omit<Selectable<DB['foresight.proactive']>, 'trigger'> {
  readonly trigger: ProactiveTrigger;
}

export async function insertProactive(
  ctx: Context,
  row: Omit<Insertable<DB['foresight.proactive']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'foresight'>(ctx.tx)
    .insertInto('foresight.proactive')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

export async function proactiveOf(ctx: Context, orderId: string): Promise<Proactive | null> {
  const row = await tablesOf<'foresight'>(ctx.tx)
    .selectFrom('foresight.proactive')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return row ? (row as Proactive) : null;
}

export interface ProactiveRow extends Proactive {
  readonly order_no: string;
  readonly status: OrderStatus;
  readonly matter_code: string;
  readonly area_code: string;
  readonly title: string;
}

interface Wanted {
  readonly forecastId: string | null;
  readonly before: string | null;
  readonly most: number;
}

/** The latest first: order ids grow with time. */
export async function proactiveRows(
  ctx: Context,
  { forecastId, before, most }: Wanted,
): Promise<ProactiveRow[]> {
  const only: RawBuilder<unknown> =
    forecastId === null ? sql`true` : sql`p.forecast_id = ${forecastId}::uuid`;
  const { rows } = await sql<ProactiveRow>`
    select p.*, o.order_no, o.status, o.matter_code, o.area_code, coalesce(t.title, '') as title
    from (
      select p.* from foresight.proactive as p
      where p.city_id = ${ctx.cityId} and ${only}
        and (${before}::uuid is null or p.order_id < ${before}::uuid)
      order by p.order_id desc
      limit ${most}
    ) as p
    join orders.order as o on o.city_id = p.city_id and o.id = p.order_id
    left join lateral (
      select title from orders.text
      where city_id = p.city_id and order_id = p.order_id and kind in ('appeal', 'for-units')
      order by no limit 1
    ) as t on true
    order by p.order_id desc`.execute(ctx.tx);
  return rows;
}

export async function countOfForecast(ctx: Context, forecastId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from foresight.proactive
    where city_id = ${ctx.cityId} and forecast_id = ${forecastId}::uuid`.execute(ctx.tx);
  return rows[0]?.count ?? 0;
}
