import type { ReturnReason } from '@minsheng/contract/words/disputes.ts';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { keptList } from '../../platform/prepared.ts';
import type { Order } from '../orders/index.ts';
import { placeLevels } from '../organisation/index.ts';

/** 裁定案例. */
export type Precedent = Selectable<DB['dispatch.precedent']>;

export interface NewPrecedent {
  order: Pick<Order, 'id' | 'matter_code' | 'area_code'>;
  reason: ReturnReason;
  unitBefore: string;
  /** Who leads according to the ruling. */
  lead: string;
  upheld: boolean;
  basis: string;
  facts: string;
  validTo: string;
}

export async function insert(ctx: Context, one: NewPrecedent): Promise<string> {
  const id = ctx.newId();
  await tablesOf<'dispatch'>(ctx.tx)
    .insertInto('dispatch.precedent')
    .values({
      city_id: ctx.cityId,
      id,
      order_id: one.order.id,
      matter_code: one.order.matter_code,
      county: placeLevels(one.order.area_code).county,
      reason: one.reason,
      unit_before: one.unitBefore,
      lead: one.lead,
      upheld: one.upheld,
      basis: one.basis,
      facts: one.facts,
      ruled_by: ctx.actor.accountId,
      ruled_at: ctx.now,
      valid_to: one.validTo,
    })
    .execute();
  return id;
}

const shown = 5;

/** 先例 in force for much the same: this matter, in the same county; the newest first. */
export async function precedentsFor(
  ctx: Context,
  order: Pick<Order, 'id' | 'matter_code' | 'area_code'>,
  on: string,
): Promise<Precedent[]> {
  const { county } = placeLevels(order.area_code);
  return tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.precedent')
    .modifyFront(keptList)
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('matter_code', '=', order.matter_code)
    .where('county', county === null ? 'is' : '=', county)
    .where('valid_to', '>=', on)
    .where('order_id', '<>', order.id)
    .orderBy('ruled_at', 'desc')
    .limit(sql.lit(shown))
    .execute();
}

/** One more use; answers how many by now. */
export async function countUse(ctx: Context, id: string): Promise<number> {
  const { uses } = await tablesOf<'dispatch'>(ctx.tx)
    .updateTable('dispatch.precedent')
    .set(({ eb }) => ({ uses: eb('uses', '+', 1) }))
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .returning('uses')
    .executeTakeFirstOrThrow();
  return uses;
}
