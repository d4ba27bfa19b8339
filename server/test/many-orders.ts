import { sql } from 'kysely';
import type { Context } from '../src/platform/context.ts';

/** So many that the planner plans as it will for millions: closed orders of one day, each with words, a requester and a duty. */
export async function manyOrders(ctx: Context, count: number): Promise<void> {
  await sql`
    create temporary table many on commit drop as
    select no, platform.first_id(${ctx.now}::timestamptz + no * interval '1 second') as id,
      ${ctx.now}::timestamptz + no * interval '1 second' as at,
      '350600.u' || (no % 200) as unit
    from generate_series(1, ${count}::integer) as no`.execute(ctx.tx);
  await sql`
    insert into orders.order
      (city_id, id, order_no, status, status_since, issue_id, type, matter_code, area_code, urgency, secrecy, channel,
       accepted_at, needs_reply, needs_call_back, closed_at, close_kind, lead_unit, lead_path)
    select ${ctx.cityId}, id, '350600-20260302-' || (900000 + no), 'closed', at, id, 'QZ',
      '01010' || (1 + no % 9), '350602001' || lpad((no % 900)::text, 3, '0'), 'U3', 0, 'phone',
      at, true, true, at + interval '40 days', 'solved', unit, '350600/' || unit
    from many`.execute(ctx.tx);
  await sql`
    insert into orders.text (city_id, order_id, no, kind, title, content, at)
    select ${ctx.cityId}, id, 1, 'appeal', '旧工单', '旧工单', at from many`.execute(ctx.tx);
  await sql`
    insert into orders.search (city_id, order_id, words, bigrams)
    select ${ctx.cityId}, id, array_to_tsvector(array['旧', '工单', 'w' || no % 500]),
      array_to_tsvector(array['旧工', '工单', 'b' || no % 500])
    from many`.execute(ctx.tx);
  await sql`
    insert into requesters.requester (city_id, order_id, kind, anonymous, phone_index)
    select ${ctx.cityId}, id, 'person', false, sha256((no % 5000)::text::bytea) from many`.execute(
    ctx.tx,
  );
  await sql`
    insert into dispatch.assignment
      (city_id, order_id, id, unit_code, unit_path, unit_kind, role, state, round, urgency, sent_at)
    select ${ctx.cityId}, id, id, unit, '350600/' || unit, 'department', 'lead', 'done', 0, 'U3', at
    from many`.execute(ctx.tx);
  const month = ctx.now.toISOString().slice(0, 7).replace('-', '_');
  for (const table of [
    'orders.order',
    'orders.text',
    'orders.search',
    'requesters.requester',
    'dispatch.assignment',
  ])
    await sql`analyze ${sql.table(`${table}_${month}`)}`.execute(ctx.tx);
}
