import type { Context } from '../../platform/context.ts';
import { withoutPeople } from '../text/index.ts';
import { type OrderRow, orderRows } from './order-rows.ts';

/** 工单行 as this person may read them: a unit the title put right for it, without numbers that name a person in a secret order (domain 2.11). */
export async function rowsFor(ctx: Context, ids: readonly string[]): Promise<OrderRow[]> {
  if (ctx.actor.scope === 'all') return orderRows(ctx, ids, 'as-said');
  const rows = await orderRows(ctx, ids, 'for-units');
  return rows.map((row) =>
    row.secrecy === 0
      ? row
      : { ...row, title: withoutPeople(row.title), address: withoutPeople(row.address) },
  );
}
