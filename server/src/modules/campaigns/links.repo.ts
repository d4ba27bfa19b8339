import type { LinkCause } from '@minsheng/contract/words/campaigns.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({ table: 'campaigns.link', words: ['reason', 'out_reason'] });

export interface Link {
  readonly order_id: string;
  readonly cause: LinkCause;
  readonly from_at: Date;
  readonly closeness: number | null;
}

interface Putting {
  readonly campaignId: string;
  readonly entryId: string;
  readonly orders: readonly { readonly orderId: string; readonly closeness: number | null }[];
  readonly cause: LinkCause;
  readonly reason: string;
}

export async function putLinks(ctx: Context, putting: Putting): Promise<void> {
  const { campaignId, entryId, orders, cause, reason } = putting;
  await sql`
    insert into campaigns.link
      (city_id, id, campaign_id, entry_id, order_id, from_at, cause, closeness, by_id, reason)
    select ${ctx.cityId}, n.id, ${campaignId}, ${entryId}, n.order_id, ${ctx.now}, ${cause}, n.closeness,
      ${ctx.actor.accountId}, ${reason}
    from unnest(
      ${orders.map(() => ctx.newId())}::uuid[],
      ${orders.map(({ orderId }) => orderId)}::uuid[],
      ${orders.map(({ closeness }) => closeness)}::smallint[]
    ) as n (id, order_id, closeness)`.execute(ctx.tx);
}

interface Ending {
  readonly entryId: string;
  /** Null: all of them. */
  readonly orderIds: readonly string[] | null;
  readonly cause: LinkCause;
  readonly reason: string;
}

/** 不再属于: answers which ended, with what the machine had found of them. */
export async function endLinks(
  ctx: Context,
  { entryId, orderIds, cause, reason }: Ending,
): Promise<{ orderId: string; closeness: number | null }[]> {
  const { rows } = await sql<{ orderId: string; closeness: number | null }>`
    update campaigns.link
    set to_at = ${ctx.now}, out_cause = ${cause}, out_by = ${ctx.actor.accountId}, out_reason = ${reason}
    where city_id = ${ctx.cityId} and entry_id = ${entryId} and to_at is null
      ${orderIds === null ? sql`` : sql`and order_id = any (${[...orderIds]}::uuid[])`}
    returning order_id as "orderId", closeness`.execute(ctx.tx);
  return rows;
}

export async function linksOf(ctx: Context, entryId: string): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select order_id, cause, from_at, closeness
    from campaigns.link
    where city_id = ${ctx.cityId} and entry_id = ${entryId} and to_at is null
    order by closeness nulls first, order_id`.execute(ctx.tx);
  return rows;
}

/** 专题的诉求 that stand in it now, the latest first. */
export async function linkedOrders(
  ctx: Context,
  campaignId: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ orderId: string }>`
    select order_id as "orderId"
    from campaigns.link
    where city_id = ${ctx.cityId} and campaign_id = ${campaignId} and to_at is null
    order by order_id desc
    limit ${most}`.execute(ctx.tx);
  return rows.map(({ orderId }) => orderId);
}

/** Which of these stand in some problem of the campaign now. */
export async function linkedAmong(
  ctx: Context,
  campaignId: string,
  orderIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ orderId: string }>`
    select order_id as "orderId"
    from campaigns.link
    where city_id = ${ctx.cityId} and campaign_id = ${campaignId} and to_at is null
      and order_id = any (${[...orderIds]}::uuid[])`.execute(ctx.tx);
  return new Set(rows.map(({ orderId }) => orderId));
}

export interface Judged {
  readonly orderId: string;
  /** What a person made of it: of the topic, or not; null where it stands in what nobody has decided. */
  readonly belongs: boolean | null;
}

/** 人已判断的: in a listed problem, put aside with its problem, or taken out of one and in no other. */
export async function judgedOf(ctx: Context, campaignId: string): Promise<Judged[]> {
  const { rows } = await sql<Judged>`
    select k.order_id as "orderId",
      case
        when bool_or(k.to_at is null and s.state = 'proposed') then null
        when bool_or(k.to_at is null and s.state <> 'aside') then true
        else false
      end as belongs
    from campaigns.link as k
    left join campaigns.stage as s
      on s.city_id = k.city_id and s.campaign_id = k.campaign_id and s.entry_id = k.entry_id and s.to_at is null
    where k.city_id = ${ctx.cityId} and k.campaign_id = ${campaignId}
      and (k.to_at is null or k.out_cause = 'taken-out')
    group by k.order_id`.execute(ctx.tx);
  return rows;
}
