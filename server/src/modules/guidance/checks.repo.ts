import type { CheckReason, CheckState } from '@minsheng/contract/words/guidance.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { Place } from '../../platform/keyset.ts';
import { instantOf, pageRows } from '../../platform/keyset.ts';
import { visibleTo } from '../orders/index.ts';

export interface Check {
  order_id: string;
  no: number;
  why: CheckReason;
  state: CheckState;
  disposition_code: string;
  given_by: string | null;
  reason_no: number | null;
  asked_at: Date;
  due_at: Date;
  words_no: number | null;
  decided_by: string | null;
  decided_at: Date | null;
}

export type NewCheck = Pick<
  Check,
  'order_id' | 'why' | 'disposition_code' | 'given_by' | 'reason_no' | 'due_at'
>;

export async function insert(ctx: Context, check: NewCheck): Promise<void> {
  await sql`
    insert into guidance.check
      (city_id, order_id, no, why, state, disposition_code, given_by, reason_no, asked_at, due_at)
    select ${ctx.cityId}, ${check.order_id}::uuid, count(*) + 1, ${check.why}, 'waiting', ${check.disposition_code},
      ${check.given_by}::uuid, ${check.reason_no}::smallint, ${ctx.now}, ${check.due_at}
    from guidance.check
    where city_id = ${ctx.cityId} and order_id = ${check.order_id}::uuid`.execute(ctx.tx);
}

const columns = [
  'order_id',
  'no',
  'why',
  'state',
  'disposition_code',
  'given_by',
  'reason_no',
  'asked_at',
  'due_at',
  'words_no',
  'decided_by',
  'decided_at',
] as const;

/** Oldest first. */
export async function checksOf(ctx: Context, orderId: string): Promise<Check[]> {
  const rows = await tablesOf<'guidance'>(ctx.tx)
    .selectFrom('guidance.check')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .execute();
  return rows as Check[];
}

export async function change(
  ctx: Context,
  { order_id, no }: Pick<Check, 'order_id' | 'no'>,
  set: Partial<
    Pick<Check, 'why' | 'due_at' | 'reason_no' | 'state' | 'words_no' | 'decided_by' | 'decided_at'>
  >,
): Promise<void> {
  await tablesOf<'guidance'>(ctx.tx)
    .updateTable('guidance.check')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', order_id)
    .where('no', '=', no)
    .execute();
}

const visible = (ctx: Context) =>
  readerOf(ctx.tx)
    .selectFrom('guidance.check as c')
    .innerJoin('orders.order as o', (join) =>
      join.onRef('o.city_id', '=', 'c.city_id').onRef('o.id', '=', 'c.order_id'),
    )
    .select(columns.map((column) => `c.${column}` as const))
    .where('c.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor))
    .limit(pageRows + 1);

/** 待复核, the earliest due first. */
export async function waiting(ctx: Context, after: Place | null): Promise<Check[]> {
  let query = visible(ctx).where('c.state', '=', sql<CheckState>`'waiting'`);
  if (after)
    query = query.where(
      sql<boolean>`(c.due_at, c.order_id) > (${instantOf(after)}::timestamptz, ${after.id}::uuid)`,
    );
  return (await query.orderBy('c.due_at').orderBy('c.order_id').execute()) as Check[];
}

/** 已复核, the latest first. */
export async function decided(ctx: Context, after: Place | null): Promise<Check[]> {
  let query = visible(ctx).where(sql<boolean>`c.state <> 'waiting'`);
  if (after)
    query = query.where(
      sql<boolean>`(c.decided_at, c.order_id) < (${instantOf(after)}::timestamptz, ${after.id}::uuid)`,
    );
  return (await query
    .orderBy('c.decided_at', 'desc')
    .orderBy('c.order_id', 'desc')
    .execute()) as Check[];
}
