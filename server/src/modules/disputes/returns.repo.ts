import type { ReturnReason, ReturnState } from '@minsheng/contract/words/disputes.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({ table: 'disputes.return', words: ['basis', 'ruling_basis'] });

/** 退单申请, with the closed words of its columns said. */
export interface Return extends Omit<Selectable<DB['disputes.return']>, 'reason' | 'state'> {
  reason: ReturnReason;
  state: ReturnState;
}

type NewReturn = Omit<Insertable<DB['disputes.return']>, 'city_id' | 'no'>;

/** Numbered within its order. The caller holds the order. */
export async function insert(ctx: Context, row: NewReturn): Promise<Return> {
  const made = await tablesOf<'disputes'>(ctx.tx)
    .insertInto('disputes.return')
    .values((eb) => ({
      ...row,
      city_id: ctx.cityId,
      no: eb
        .selectFrom('disputes.return')
        .select(sql<number>`count(*) + 1`.as('no'))
        .where('city_id', '=', ctx.cityId)
        .where('order_id', '=', row.order_id),
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return made as Return;
}

/** All of an order, oldest first. */
export async function returnsOf(ctx: Context, orderId: string): Promise<Return[]> {
  const rows = await tablesOf<'disputes'>(ctx.tx)
    .selectFrom('disputes.return')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .execute();
  return rows as Return[];
}

export async function change(
  ctx: Context,
  one: Pick<Return, 'order_id' | 'no'>,
  set: Omit<Updateable<DB['disputes.return']>, 'city_id' | 'order_id' | 'no'>,
): Promise<void> {
  await tablesOf<'disputes'>(ctx.tx)
    .updateTable('disputes.return')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', one.order_id)
    .where('no', '=', one.no)
    .execute();
}
