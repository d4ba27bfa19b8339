import type { FalseState, FoundHow } from '@minsheng/contract/words/call-back.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';
import { visibleTo } from '../orders/index.ts';

/** 虚假办结, with the closed words of its columns said. */
export interface FalseCompletion
  extends Omit<Selectable<DB['call_back.false_completion']>, 'found_how' | 'state'> {
  found_how: FoundHow;
  state: FalseState;
}

type NewRow = Omit<Insertable<DB['call_back.false_completion']>, 'city_id' | 'no'>;

/** Numbered within its order. The caller holds the order. */
export async function insert(ctx: Context, row: NewRow): Promise<void> {
  await tablesOf<'call_back'>(ctx.tx)
    .insertInto('call_back.false_completion')
    .values((eb) => ({
      ...row,
      city_id: ctx.cityId,
      no: eb
        .selectFrom('call_back.false_completion')
        .select(sql<number>`count(*) + 1`.as('no'))
        .where('city_id', '=', ctx.cityId)
        .where('order_id', '=', row.order_id),
    }))
    .execute();
}

/** All of an order, oldest first. */
export async function falseCompletionsOf(
  ctx: Context,
  orderId: string,
): Promise<FalseCompletion[]> {
  const rows = await tablesOf<'call_back'>(ctx.tx)
    .selectFrom('call_back.false_completion')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .execute();
  return rows as FalseCompletion[];
}

export async function change(
  ctx: Context,
  one: Pick<FalseCompletion, 'order_id' | 'no'>,
  set: Omit<Updateable<DB['call_back.false_completion']>, 'city_id' | 'order_id' | 'no'>,
): Promise<void> {
  await tablesOf<'call_back'>(ctx.tx)
    .updateTable('call_back.false_completion')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', one.order_id)
    .where('no', '=', one.no)
    .execute();
}

interface Listed {
  state: 'open' | 'confirmed';
  after: Place | null;
}

/** Of orders this person may see: what waits, or what was confirmed, the oldest first. */
export async function falsePage(ctx: Context, { state, after }: Listed) {
  const visible = readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor));
  const by = state === 'open' ? ('f.found_at' as const) : ('f.ruled_at' as const);
  let query = readerOf(ctx.tx)
    .selectFrom('call_back.false_completion as f')
    .selectAll('f')
    .where('f.city_id', '=', ctx.cityId)
    .where('f.state', 'in', state === 'open' ? ['found', 'heard'] : ['confirmed'])
    .where('f.order_id', 'in', visible)
    .orderBy(by)
    .orderBy('f.order_id')
    .limit(pageRows + 1);
  if (after)
    query = query.where(
      sql<boolean>`(${sql.ref(by)}, f.order_id) > (${instantOf(after)}::timestamptz, ${after.id}::uuid)`,
    );
  return (await query.execute()) as FalseCompletion[];
}

const mostUnits = 100;

/** Confirmed since then, by unit; of units outside a person's own nothing. */
export async function confirmedByUnit(
  ctx: Context,
  since: Date,
): Promise<{ unit_code: string; count: number }[]> {
  const { scope, unitPath } = ctx.actor;
  let query = tablesOf<'call_back'>(ctx.tx)
    .selectFrom('call_back.false_completion')
    .select(['unit_code', sql<number>`count(*)::integer`.as('count')])
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', 'confirmed')
    .where('ruled_at', '>=', since)
    .groupBy('unit_code')
    .orderBy('count', 'desc')
    .orderBy('unit_code')
    .limit(mostUnits);
  if (scope !== 'all')
    query = query.where(
      sql<boolean>`(unit_path = ${unitPath ?? ''} or unit_path like ${`${unitPath ?? ''}/%`})`,
    );
  return query.execute();
}
