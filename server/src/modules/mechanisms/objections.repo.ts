import type { ObjectionState } from '@minsheng/contract/words/mechanisms.ts';
import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({ table: 'mechanisms.objection', words: ['reason', 'ruling'] });

/** 档案异议. */
export interface Objection extends Omit<Selectable<DB['mechanisms.objection']>, 'state'> {
  state: ObjectionState;
}

export async function objectionsOf(ctx: Context, orderId: string): Promise<Objection[]> {
  const rows = await tablesOf<'mechanisms'>(ctx.tx)
    .selectFrom('mechanisms.objection')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  return rows as Objection[];
}

/** Held against two rulings at once. */
export async function lockObjection(ctx: Context, id: string): Promise<Objection | null> {
  const row = await tablesOf<'mechanisms'>(ctx.tx)
    .selectFrom('mechanisms.objection')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (row as Objection | undefined) ?? null;
}

export async function insertObjection(
  ctx: Context,
  row: Pick<Objection, 'id' | 'order_id' | 'mechanism' | 'reason'>,
): Promise<void> {
  await tablesOf<'mechanisms'>(ctx.tx)
    .insertInto('mechanisms.objection')
    .values({
      ...row,
      city_id: ctx.cityId,
      state: 'waiting',
      raised_by: ctx.actor.accountId,
      raised_unit: ctx.actor.unitCode,
      raised_at: ctx.now,
    })
    .execute();
}

export async function ruleObjection(
  ctx: Context,
  id: string,
  set: Pick<Objection, 'state' | 'ruling'>,
): Promise<void> {
  await tablesOf<'mechanisms'>(ctx.tx)
    .updateTable('mechanisms.objection')
    .set({ ...set, ruled_by: ctx.actor.accountId, ruled_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
