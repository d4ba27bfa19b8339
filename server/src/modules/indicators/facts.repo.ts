import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { jsonb, readerOf, tablesOf } from '../../platform/db.ts';
import type { OrderFacts } from './facts-of.ts';
import { masksOf } from './masks.ts';
import type { Told } from './story.ts';

/** How far the facts follow the events, held against another making at the same time; null where there are none yet. */
export async function lockMade(ctx: Context, orderId: string): Promise<number> {
  await sql`
    insert into indicators.made (city_id, order_id, seq)
    values (${ctx.cityId}, ${orderId}::uuid, 0)
    on conflict do nothing`.execute(ctx.tx);
  const row = await tablesOf<'indicators'>(ctx.tx)
    .selectFrom('indicators.made')
    .select('seq')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
  return row?.seq ?? 0;
}

export async function keepMade(ctx: Context, orderId: string, seq: number): Promise<void> {
  await tablesOf<'indicators'>(ctx.tx)
    .updateTable('indicators.made')
    .set({ seq })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .execute();
}

/** The order whole and anew: what was counted before leaves in the same transaction. */
export async function replaceFacts(
  ctx: Context,
  orderId: string,
  { facts, months, county, matter, issueId }: OrderFacts,
): Promise<void> {
  const tables = tablesOf<'indicators'>(ctx.tx);
  await tables
    .deleteFrom('indicators.fact')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .execute();
  const about = {
    city_id: ctx.cityId,
    order_id: orderId,
    county,
    matter_code: matter,
    issue_id: issueId,
  };
  const rows = facts.map((fact, no) => {
    const masks = masksOf(fact);
    return {
      ...about,
      no: no + 1,
      at: fact.at,
      waits_until: fact.waitsUntil,
      unit_code: fact.holder?.unit ?? null,
      unit_path: fact.holder?.path ?? null,
      ...masks,
      left_out: masks.left_out && jsonb(masks.left_out),
    };
  });
  if (rows.length > 0) await tables.insertInto('indicators.fact').values(rows).execute();
  await tables
    .insertInto('indicators.month')
    .values(months.map((on_month) => ({ city_id: ctx.cityId, on_month, order_id: orderId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface OrderEvent extends Told {
  readonly orderId: string;
  readonly seq: number;
}

/** 历史 of several orders, each in order; with an instant, what had happened before it. */
export async function eventsOf(
  ctx: Context,
  orderIds: readonly string[],
  before: Date | null,
): Promise<Map<string, OrderEvent[]>> {
  const rows = await readerOf(ctx.tx)
    .selectFrom('platform.event')
    .select(['subject_id as orderId', 'seq', 'at', 'type', 'data'])
    .where('city_id', '=', ctx.cityId)
    .where('subject_id', 'in', [...orderIds])
    .where('subject_kind', '=', 'order')
    .$if(before !== null, (query) => query.where('at', '<', before ?? ctx.now))
    .orderBy('subject_id')
    .orderBy('seq')
    .execute();
  const byOrder = new Map<string, OrderEvent[]>();
  for (const row of rows as OrderEvent[])
    byOrder.set(row.orderId, [...(byOrder.get(row.orderId) ?? []), row]);
  return byOrder;
}
