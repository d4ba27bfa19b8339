import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { Link } from './ledger.ts';
import { visibleTo } from './visible-to.ts';

const links = (ctx: Context) =>
  tablesOf<'ledgers'>(ctx.tx)
    .selectFrom('ledgers.link')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

export const linksOfSite = (ctx: Context, siteId: string): Promise<Link[]> =>
  links(ctx).where('site_id', '=', siteId).orderBy('from_at').orderBy('order_id').execute();

export async function insertLinks(
  ctx: Context,
  { siteId, ledgerId }: { siteId: string; ledgerId: string },
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  await tablesOf<'ledgers'>(ctx.tx)
    .insertInto('ledgers.link')
    .values(
      orderIds.map((orderId) => ({
        city_id: ctx.cityId,
        site_id: siteId,
        ledger_id: ledgerId,
        order_id: orderId,
        from_at: ctx.now,
        linked_by: ctx.actor.accountId,
      })),
    )
    .onConflict((conflict) =>
      // Tied, taken off and tied again in one instant.
      conflict
        .columns(['city_id', 'site_id', 'order_id', 'from_at'])
        .doUpdateSet({ to_at: null, unlinked_by: null }),
    )
    .execute();
}

export async function endLink(ctx: Context, siteId: string, orderId: string): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'ledgers'>(ctx.tx)
    .updateTable('ledgers.link')
    .set({ to_at: ctx.now, unlinked_by: ctx.actor.accountId })
    .where('city_id', '=', ctx.cityId)
    .where('site_id', '=', siteId)
    .where('order_id', '=', orderId)
    .where('to_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** 正挂接的工单 of a site. */
export async function tiedTo(ctx: Context, siteId: string): Promise<string[]> {
  const tied = await links(ctx).where('site_id', '=', siteId).where('to_at', 'is', null).execute();
  return tied.map(({ order_id }) => order_id);
}

interface Cleared {
  readonly order_id: string;
  /** The latest of its sites that was cleared. */
  readonly site_id: string;
}

/** 应告知的工单 among these: a site of theirs in this ledger is cleared, none is open, and they were not told before. */
export async function untold(
  ctx: Context,
  ledgerId: string,
  orderIds: readonly string[],
): Promise<Cleared[]> {
  if (orderIds.length === 0) return [];
  const { rows } = await sql<Cleared>`
    select distinct on (k.order_id) k.order_id, k.site_id
    from ledgers.link as k
    join ledgers.site as own on own.city_id = k.city_id and own.id = k.site_id
    where k.city_id = ${ctx.cityId} and k.order_id = any (${[...orderIds]}::uuid[])
      and k.ledger_id = ${ledgerId} and k.to_at is null
      and own.ended_at is not null and own.written_off_reason is null
      and not exists (
        select from ledgers.link as other
        join ledgers.site as s on s.city_id = other.city_id and s.id = other.site_id
        where other.city_id = k.city_id and other.order_id = k.order_id
          and other.ledger_id = ${ledgerId}
          and (other.told_at is not null or (other.to_at is null and s.ended_at is null)))
    order by k.order_id, own.ended_at desc, k.site_id desc`.execute(ctx.tx);
  return rows;
}

export async function markTold(ctx: Context, told: readonly Cleared[]): Promise<void> {
  for (const { order_id, site_id } of told)
    await tablesOf<'ledgers'>(ctx.tx)
      .updateTable('ledgers.link')
      .set({ told_at: ctx.now })
      .where('city_id', '=', ctx.cityId)
      .where('site_id', '=', site_id)
      .where('order_id', '=', order_id)
      .where('to_at', 'is', null)
      .execute();
}

/** 挂接的工单 of each of these sites, as of now. */
export async function linkedCounts(
  ctx: Context,
  siteIds: readonly string[],
): Promise<Map<string, number>> {
  if (siteIds.length === 0) return new Map();
  const rows = await tablesOf<'ledgers'>(ctx.tx)
    .selectFrom('ledgers.link')
    .select(['site_id', sql<number>`count(*)::int`.as('orders')])
    .where('city_id', '=', ctx.cityId)
    .where('site_id', 'in', [...siteIds])
    .where('to_at', 'is', null)
    .groupBy('site_id')
    .execute();
  return new Map(rows.map(({ site_id, orders }) => [site_id, orders]));
}

/** Of the sites this person may see: how many orders hang on them, how many of their requesters were told. */
export async function linkSums(
  ctx: Context,
  ledgerId: string,
): Promise<{ linked: number; told: number }> {
  return readerOf(ctx.tx)
    .selectFrom('ledgers.link as k')
    .innerJoin('ledgers.site as s', (join) =>
      join.onRef('s.city_id', '=', 'k.city_id').onRef('s.id', '=', 'k.site_id'),
    )
    .select([
      sql<number>`(count(distinct k.order_id) filter (where k.to_at is null))::int`.as('linked'),
      sql<number>`(count(distinct k.order_id) filter (where k.told_at is not null))::int`.as(
        'told',
      ),
    ])
    .where('k.city_id', '=', ctx.cityId)
    .where('k.ledger_id', '=', ledgerId)
    .where(visibleTo(ctx.actor))
    .executeTakeFirstOrThrow();
}

export interface OrderSite {
  readonly siteId: string;
  readonly ledgerId: string;
  readonly no: number;
  readonly state: string;
  readonly isWrittenOff: boolean;
  readonly toldAt: Date | null;
}

/** 工单挂接的点位, as of now, of those this person may see. */
export async function sitesOfOrder(ctx: Context, orderId: string): Promise<OrderSite[]> {
  return readerOf(ctx.tx)
    .selectFrom('ledgers.link as k')
    .innerJoin('ledgers.site as s', (join) =>
      join.onRef('s.city_id', '=', 'k.city_id').onRef('s.id', '=', 'k.site_id'),
    )
    .select([
      's.id as siteId',
      's.ledger_id as ledgerId',
      's.no',
      's.state',
      sql<boolean>`s.written_off_reason is not null`.as('isWrittenOff'),
      'k.told_at as toldAt',
    ])
    .where('k.city_id', '=', ctx.cityId)
    .where('k.order_id', '=', orderId)
    .where('k.to_at', 'is', null)
    .where(visibleTo(ctx.actor))
    .orderBy('s.id', 'desc')
    .limit(mostOfOrder)
    .execute();
}
const mostOfOrder = 50;

export interface TiedRow extends Pick<OrderSite, 'siteId' | 'ledgerId' | 'no' | 'state'> {
  readonly address: string;
  readonly writtenOffReason: string | null;
}

/** Sites any of these orders is tied to now, each once, of those this person may see. */
export async function sitesTiedTo(
  ctx: Context,
  orderIds: readonly string[],
  most: number,
): Promise<TiedRow[]> {
  if (orderIds.length === 0) return [];
  return readerOf(ctx.tx)
    .selectFrom('ledgers.site as s')
    .select([
      's.id as siteId',
      's.ledger_id as ledgerId',
      's.no',
      's.state',
      's.address',
      's.written_off_reason as writtenOffReason',
    ])
    .where('s.city_id', '=', ctx.cityId)
    .where((eb) =>
      eb(
        's.id',
        'in',
        eb
          .selectFrom('ledgers.link as k')
          .select('k.site_id')
          .where('k.city_id', '=', ctx.cityId)
          .where('k.order_id', 'in', [...orderIds])
          .where('k.to_at', 'is', null),
      ),
    )
    .where(visibleTo(ctx.actor))
    .orderBy('s.id', 'desc')
    .limit(most)
    .execute();
}
