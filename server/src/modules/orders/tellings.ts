import type { OrderStatus, SecrecyLevel } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** 所述: what was said in an order, and where it stands, for a machine that compares it with others. */
export interface Telling {
  readonly id: string;
  readonly issueId: string;
  readonly status: OrderStatus;
  readonly secrecy: SecrecyLevel;
  readonly title: string;
  readonly content: string;
  readonly address: string;
  readonly subjectName: string;
  readonly matterCode: string;
  readonly areaCode: string;
  readonly lng: number | null;
  readonly lat: number | null;
  /** When it happened, or else when it was told. */
  readonly at: Date;
  readonly closedAt: Date | null;
  readonly repeatOf: string | null;
}

/** The newest version of the appeal with what was added to it. Never of secrecy 3, and nothing of who was erased. */
export async function tellings(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, Telling>> {
  if (ids.length === 0) return new Map();
  const among = sql`any (${[...ids]}::uuid[])`;
  // The texts of all in one walk along their index: order by order it takes four times as many pages.
  const { rows } = await sql<Telling>`
    with said as materialized (
      select order_id, no, kind, title, content, address, subject_name
      from orders.text
      where city_id = ${ctx.cityId} and order_id = ${among} and kind in ('appeal', 'supplement')
    )
    select o.id, o.issue_id as "issueId", o.status, o.secrecy, t.title,
      concat_ws('。', t.content, a.added) as content, t.address, t.subject_name as "subjectName",
      o.matter_code as "matterCode", o.area_code as "areaCode", o.lng, o.lat,
      coalesce(o.happened_at, o.accepted_at) as at, o.closed_at as "closedAt", o.repeat_of as "repeatOf"
    from orders.order as o
    join (
      select distinct on (order_id) * from said where kind = 'appeal' order by order_id, no desc
    ) as t on t.order_id = o.id
    left join (
      select order_id, string_agg(content, '。' order by no) as added
      from said where kind = 'supplement' group by order_id
    ) as a on a.order_id = o.id
    where o.city_id = ${ctx.cityId}
      and o.id = ${among}
      and o.secrecy < 3
      and t.content <> ''
    order by o.id`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The newest orders, for what a city usually speaks of. */
export async function newestOrders(ctx: Context, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from orders.order
    where city_id = ${ctx.cityId}
    order by id desc
    limit ${most}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

/** Orders of these issues, a few hundred at most. */
export async function ordersOfIssues(
  ctx: Context,
  issueIds: readonly string[],
  most: number,
): Promise<{ id: string; issueId: string; repeatOf: string | null }[]> {
  if (issueIds.length === 0) return [];
  const { rows } = await sql<{ id: string; issueId: string; repeatOf: string | null }>`
    select id, issue_id as "issueId", repeat_of as "repeatOf" from orders.order
    where city_id = ${ctx.cityId} and issue_id = any (${[...issueIds]}::uuid[])
    order by id
    limit ${most}`.execute(ctx.tx);
  return rows;
}
