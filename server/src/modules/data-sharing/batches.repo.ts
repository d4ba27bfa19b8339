import type { SharedField, ShareWay } from '@minsheng/contract/words/sharing.ts';
import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { jsonb, readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export type Batch = Omit<Selectable<DB['data_sharing.batch']>, 'rows' | 'way'> & { way: ShareWay };
export type Cell = string | number | boolean | null;
export type SharedRow = Readonly<Record<string, Cell>>;

const rowsShape = z.array(
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
);
const head = [
  'city_id',
  'id',
  'subscription_id',
  'at',
  'account_id',
  'from_cursor',
  'to_cursor',
  'orders',
  'digest',
  'way',
  'emptied_at',
] as const;

interface NewBatch extends Omit<Batch, 'city_id' | 'at' | 'emptied_at'> {
  readonly rows: readonly SharedRow[];
  /** Orders of ours that went out in it. */
  readonly orderIds: readonly string[];
}

export async function insertBatch(
  ctx: Context,
  { rows, orderIds, ...batch }: NewBatch,
): Promise<void> {
  const { cityId: city_id, now: at } = ctx;
  await tablesOf<'data_sharing'>(ctx.tx)
    .insertInto('data_sharing.batch')
    .values({
      ...batch,
      city_id,
      at,
      emptied_at: null,
      rows: jsonb(rows.map((row) => ({ ...row }))),
    })
    .execute();
  if (orderIds.length === 0) return;
  await tablesOf<'data_sharing'>(ctx.tx)
    .insertInto('data_sharing.given')
    .values(
      orderIds.map((order_id) => ({
        city_id,
        order_id,
        batch_id: batch.id,
        subscription_id: batch.subscription_id,
        at,
      })),
    )
    .execute();
}

const mostAtOnce = 100;

/** Answers how many. */
export async function emptyBatches(
  db: Kysely<DB>,
  { cityId, before, now }: { cityId: number; before: Date; now: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update data_sharing.batch
    set rows = '[]', emptied_at = ${now}
    where city_id = ${cityId}
      and id = any (array(
        select id
        from data_sharing.batch
        where city_id = ${cityId} and emptied_at is null and at < ${before}
        order by at
        limit ${mostAtOnce}
        -- Two workers do it side by side.
        for update skip locked))`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Of one subscription, the latest first. */
export async function batchesOf(
  ctx: Context,
  { shareId, before, most }: { shareId: string; before: string | null; most: number },
): Promise<Batch[]> {
  const rows = await tablesOf<'data_sharing'>(ctx.tx)
    .selectFrom('data_sharing.batch')
    .select(head)
    .where('city_id', '=', ctx.cityId)
    .where('subscription_id', '=', shareId)
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows as Batch[];
}

export async function batchWithRows(
  ctx: Context,
  id: string,
): Promise<(Batch & { rows: SharedRow[] }) | null> {
  const row = await tablesOf<'data_sharing'>(ctx.tx)
    .selectFrom('data_sharing.batch')
    .select([...head, 'rows'])
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...(row as Batch), rows: rowsShape.parse(row.rows) } : null;
}

export interface GivenTo {
  readonly subscription_id: string;
  readonly batch_id: string;
  readonly peer: string;
  readonly purpose: string;
  readonly at: Date;
}

/** To whom an order went, the latest first. */
export async function givenOf(ctx: Context, orderId: string, most: number): Promise<GivenTo[]> {
  return tablesOf<'data_sharing'>(ctx.tx)
    .selectFrom('data_sharing.given as g')
    .innerJoin('data_sharing.subscription as s', (join) =>
      join.onRef('s.city_id', '=', 'g.city_id').onRef('s.id', '=', 'g.subscription_id'),
    )
    .select(['g.subscription_id', 'g.batch_id', 's.peer', 's.purpose', 'g.at'])
    .where('g.city_id', '=', ctx.cityId)
    .where('g.order_id', '=', orderId)
    .orderBy('g.batch_id', 'desc')
    .limit(most)
    .execute();
}

export type OrderFacts = Readonly<Record<SharedField, Cell | Date>> & { readonly id: string };

/** What may be given of these orders: none that asks for secrecy, no report (举报), none of another matter than agreed. */
export async function orderFacts(
  ctx: Context,
  ids: readonly string[],
  matterPrefix: string | null,
): Promise<OrderFacts[]> {
  if (ids.length === 0) return [];
  const rows = await readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('orders.text as t')
          .select(['t.title', 't.address'])
          .whereRef('t.city_id', '=', 'o.city_id')
          .whereRef('t.order_id', '=', 'o.id')
          .where('t.kind', 'in', ['appeal', 'for-units'])
          .orderBy('t.no')
          .limit(1)
          .as('t'),
      (join) => join.onTrue(),
    )
    .select([
      'o.id',
      'o.order_no as orderNo',
      'o.type',
      'o.urgency',
      'o.channel',
      'o.status',
      'o.matter_code as matterCode',
      sql<string>`''`.as('matterName'),
      'o.area_code as areaCode',
      sql<string>`''`.as('areaName'),
      'o.lead_unit as leadUnit',
      'o.accepted_at as acceptedAt',
      'o.dispatched_at as dispatchedAt',
      'o.due_at as dueAt',
      'o.closed_at as closedAt',
      't.title',
      't.address',
    ])
    .where('o.city_id', '=', ctx.cityId)
    .where('o.id', 'in', [...ids])
    .where('o.secrecy', '=', 0)
    .where('o.type', '<>', 'JB')
    .$if(matterPrefix !== null, (query) =>
      query.where('o.matter_code', 'like', `${matterPrefix ?? ''}%`),
    )
    .execute();
  return rows;
}
