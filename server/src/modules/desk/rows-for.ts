import type { Context } from '../../platform/context.ts';
import { withoutPeople } from '../handling/index.ts';
import { type OrderRow, orderRows } from '../orders/index.ts';

/** 工单行 as this person may read them: a unit sees no number that names a person in the title of a secret order (domain 2.11). */
export async function rowsFor(ctx: Context, ids: readonly string[]): Promise<OrderRow[]> {
  const rows = await orderRows(ctx, ids);
  if (ctx.actor.scope === 'all') return rows;
  return rows.map((row) =>
    row.secrecy === 0
      ? row
      : { ...row, title: withoutPeople(row.title), address: withoutPeople(row.address) },
  );
}
