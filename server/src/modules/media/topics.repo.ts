import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface LedgerTopic {
  readonly id: string;
  readonly name: string;
  readonly sites: number;
  readonly closed: number;
  readonly gone: number;
}

/** 整治台账: the latest, with how far they have come; no address, no contact. */
export async function ledgerTopics(
  ctx: Context,
  { id, most }: { id: string | null; most: number },
): Promise<LedgerTopic[]> {
  const { rows } = await sql<LedgerTopic>`
    select l.id, l.name, count(s.id)::integer as sites,
      (count(*) filter (where s.ended_at is not null and s.written_off_reason is null))::integer as closed,
      (count(*) filter (where s.written_off_reason is not null))::integer as gone
    from (
      select city_id, id, name from ledgers.ledger
      where city_id = ${ctx.cityId} and (${id}::uuid is null or id = ${id}::uuid)
      order by id desc
      limit ${most}
    ) as l
    left join ledgers.site as s on s.city_id = l.city_id and s.ledger_id = l.id
    group by l.id, l.name
    order by l.id desc`.execute(ctx.tx);
  return rows;
}

export interface NodeTopic {
  readonly id: string;
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly objects: number;
}

/** 重要节点 that have begun, the latest first. */
export async function nodeTopics(
  ctx: Context,
  { id, until, most }: { id: string | null; until: string; most: number },
): Promise<NodeTopic[]> {
  const { rows } = await sql<NodeTopic>`
    select n.id, n.name, n.first_on::text as first, n.last_on::text as last,
      (select count(*)::integer from nodes.watch as w where w.city_id = n.city_id and w.node_id = n.id) as objects
    from nodes.node as n
    where n.city_id = ${ctx.cityId}
      and n.first_on <= ${until}::date
      and (${id}::uuid is null or n.id = ${id}::uuid)
    order by n.first_on desc, n.id desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}

/** 问得最多: how often each answer was read to a caller since an instant. */
export async function readings(
  ctx: Context,
  since: Date,
  most: number,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; count: number }>`
    select code, count(*)::integer as count
    from knowledge.reading
    where city_id = ${ctx.cityId} and id >= platform.first_id(${since})
    group by code
    order by count desc, code
    limit ${most}`.execute(ctx.tx);
  return new Map(rows.map(({ code, count }) => [code, count]));
}

/** 媒体工单: the latest orders that came as tips. */
export async function tipOrders(ctx: Context, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select order_id as id
    from media.tip
    where city_id = ${ctx.cityId} and state = 'order'
    order by id desc
    limit ${most}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

/** 机制的工单 taken in since an instant: how many, and how many of them are open still. */
export async function mechanismCounts(
  ctx: Context,
  since: Date,
): Promise<Map<string, { orders: number; open: number }>> {
  const { rows } = await sql<{ mechanism: string; orders: number; open: number }>`
    select h.mechanism, count(*)::integer as orders,
      (count(*) filter (where o.closed_at is null and o.status not in ('answered', 'disposed', 'transferred', 'withdrawn')))::integer as open
    from mechanisms.held as h
    join orders.order as o on o.city_id = h.city_id and o.id = h.order_id
    where h.city_id = ${ctx.cityId}
      and h.ended_at is null
      and h.order_id >= platform.first_id(${since})
      and o.secrecy < 3
    group by h.mechanism`.execute(ctx.tx);
  return new Map(rows.map(({ mechanism, ...counts }) => [mechanism, counts]));
}
