import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { dayStart } from '../../platform/zone.ts';
import { factVersion } from './facts-of.ts';
import { monthAfter } from './scorecard/month-span.ts';

export type Rebuild = Selectable<DB['indicators.rebuild']>;

const table = 'indicators.rebuild';

export async function rebuildNow(ctx: Context): Promise<Rebuild | null> {
  const row = await tablesOf<'indicators'>(ctx.tx)
    .selectFrom(table)
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('state', '<>', 'done')
    .executeTakeFirst();
  return row ?? null;
}

export async function insertRebuild(ctx: Context, state: 'running' | 'done'): Promise<string> {
  const id = ctx.newId();
  await tablesOf<'indicators'>(ctx.tx)
    .insertInto(table)
    .values({
      city_id: ctx.cityId,
      id,
      asked_at: ctx.now,
      asked_by: ctx.actor.accountId,
      state,
      fact_version: factVersion,
    })
    .execute();
  return id;
}

/** 由哪一版规则算出: of the facts of all orders. */
export async function isMadeBy(ctx: Context, version: number): Promise<boolean> {
  const row = await tablesOf<'indicators'>(ctx.tx)
    .selectFrom(table)
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('fact_version', '=', version)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isAnythingMade(ctx: Context): Promise<boolean> {
  const row = await tablesOf<'indicators'>(ctx.tx)
    .selectFrom('indicators.made')
    .select('order_id')
    .where('city_id', '=', ctx.cityId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function moveRebuild(
  ctx: Context,
  id: string,
  set: Partial<Pick<Rebuild, 'state' | 'done' | 'total' | 'after' | 'ended_at' | 'mended'>>,
): Promise<void> {
  await tablesOf<'indicators'>(ctx.tx)
    .updateTable(table)
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** The next orders after one, by their ids: the primary key in order, month after month. */
export async function ordersAfter(
  ctx: Context,
  after: string | null,
  most: number,
): Promise<string[]> {
  const rows = await readerOf(ctx.tx)
    .selectFrom('orders.order')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** 受理日 an id of an order tells, as the days since the first one. */
export async function daysSinceFirst(ctx: Context, until: string | null): Promise<number> {
  const { rows } = await sql<{ first: Date | null; last: Date | null }>`
    select (select accepted_at from orders.order where city_id = ${ctx.cityId} order by id limit 1) as first,
      (select accepted_at from orders.order
        where city_id = ${ctx.cityId} and id = ${until}::uuid) as last`.execute(ctx.tx);
  const [{ first = null, last = null } = {}] = rows;
  if (!first) return 0;
  return Math.ceil(((last ?? ctx.now).getTime() - first.getTime()) / 86_400_000);
}

/** 'YYYY-MM' of the first month, or the next one, in which facts lie or sums are kept. */
export async function nextMonth(ctx: Context, after: string | null): Promise<string | null> {
  const from = after === null ? null : dayStart(`${monthAfter(after, 1)}-01`, ctx.city.zone);
  const { rows } = await sql<{ month: string }>`
    select to_char(min(on_month), 'YYYY-MM') as month
    from (
      (select (at at time zone ${ctx.city.zone})::date as on_month from indicators.fact
       where city_id = ${ctx.cityId} and (${from}::timestamptz is null or at >= ${from}) order by at limit 1)
      union all
      (select min(on_month) from indicators.scope_sum
       where city_id = ${ctx.cityId} and unit_path = '' and (${after}::text is null or on_month > ${`${after ?? '0001-01'}-01`}::date))
    ) as m
    having min(on_month) is not null`.execute(ctx.tx);
  return rows[0]?.month ?? null;
}
