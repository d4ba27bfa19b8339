import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import type { FactRow } from './fact-rows.ts';
import type { Told } from './story.ts';

/** How far the facts of orders follow their events, held against another making at the same time; 0 where there are none yet. */
export async function lockMade(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; seq: number }>`
    insert into indicators.made (city_id, order_id, seq)
    select ${ctx.cityId}, id, 0 from unnest(${[...orderIds].toSorted()}::uuid[]) as id
    on conflict (city_id, order_id) do update set seq = made.seq
    returning order_id as id, seq`.execute(ctx.tx);
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** What is kept of orders now. */
export async function factRowsOf(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, FactRow[]>> {
  const { rows } = await sql<FactRow & { id: string }>`
    select order_id as id, no, at, waits_until, county, matter_code, unit_code, unit_path, issue_id, raw_counted, raw_met,
      counted, met, unknown, left_out, amount
    from indicators.fact
    where city_id = ${ctx.cityId} and order_id = any (${[...orderIds]}::uuid[])`.execute(ctx.tx);
  const byOrder = new Map<string, FactRow[]>();
  for (const { id, ...row } of rows) byOrder.set(id, [...(byOrder.get(id) ?? []), row]);
  return byOrder;
}

export interface MadeFacts {
  readonly orderId: string;
  readonly seq: number;
  readonly leaving: readonly FactRow[];
  readonly coming: readonly FactRow[];
  readonly months: readonly string[];
  readonly changes: readonly object[];
}

/** What is different now leaves and comes, with what that changes in the sums: one statement for all of them. */
export async function writeMade(ctx: Context, made: readonly MadeFacts[]): Promise<void> {
  const gone = made.flatMap(({ orderId, leaving }) =>
    leaving.map(({ no }) => ({ id: orderId, no })),
  );
  const come = made.flatMap(({ orderId, coming }) =>
    coming.map((row) => ({ ...row, id: orderId })),
  );
  const changes = made.flatMap((one) => one.changes);
  const months = made.flatMap(({ orderId, months: all }) => all.map((on) => ({ id: orderId, on })));
  const seqs = made.map(({ orderId, seq }) => ({ id: orderId, seq }));
  await sql`
    with gone as (
      delete from indicators.fact as f
      using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g (id uuid, no smallint)
      where f.city_id = ${ctx.cityId} and f.order_id = g.id and f.no = g.no
        and f.order_id = any (${made.map(({ orderId }) => orderId)}::uuid[])
    ), come as (
      insert into indicators.fact
        (city_id, order_id, no, at, waits_until, county, matter_code, unit_code, unit_path, issue_id, raw_counted, raw_met,
         counted, met, unknown, left_out, amount)
      select ${ctx.cityId}, id, no, at, waits_until, county, matter_code, unit_code, unit_path, issue_id, raw_counted,
        raw_met, counted, met, unknown, left_out, amount
      from jsonb_to_recordset(${JSON.stringify(come)}::jsonb)
        as c (id uuid, no smallint, at timestamptz, waits_until timestamptz, county text, matter_code text, unit_code text,
          unit_path text, issue_id uuid, raw_counted bigint, raw_met bigint, counted bigint, met bigint, unknown bigint,
          left_out jsonb, amount integer)
    ), changed as (
      insert into indicators.change
        (city_id, on_month, county, matter_code, unit_code, unit_path, raw_counted, raw_met, counted, met, unknown, left_out,
         amount, many)
      select ${ctx.cityId}, on_month, county, matter_code, unit_code, unit_path, raw_counted, raw_met, counted, met, unknown,
        left_out, amount, many
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as c (on_month date, county text, matter_code text, unit_code text, unit_path text, raw_counted bigint,
          raw_met bigint, counted bigint, met bigint, unknown bigint, left_out jsonb, amount integer, many integer)
    ), lived as (
      insert into indicators.month (city_id, on_month, order_id)
      select ${ctx.cityId}, "on", id from jsonb_to_recordset(${JSON.stringify(months)}::jsonb) as l (id uuid, "on" date)
      on conflict do nothing
    )
    update indicators.made as m
    set seq = s.seq
    from jsonb_to_recordset(${JSON.stringify(seqs)}::jsonb) as s (id uuid, seq integer)
    where m.city_id = ${ctx.cityId} and m.order_id = s.id
      and m.order_id = any (${made.map(({ orderId }) => orderId)}::uuid[])`.execute(ctx.tx);
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
