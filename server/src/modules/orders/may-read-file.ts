import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import type { StoredFile } from '../files/index.ts';
import { visibleTo } from './visible-to.ts';

/** A file is seen by whoever sees its order; one that belongs to no order yet, by whoever sent it. */
export async function mayReadFile(ctx: Context, file: StoredFile): Promise<boolean> {
  if (file.holder_id !== null) return false;
  if (file.order_id === null)
    return file.added_by !== null && file.added_by === ctx.actor.accountId;
  const order = await readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where('o.id', '=', file.order_id)
    .where(visibleTo(ctx.actor, [file.order_id]))
    .executeTakeFirst();
  return order !== undefined;
}
