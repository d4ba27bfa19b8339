import type { Selectable, Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type DB, tablesOf } from '../../platform/db.ts';

export type Transfer = Selectable<DB['intake.transfer']>;

/** To whom, by which row of the co-signed list, and what a three-way call decided. */
export interface TransferWay {
  readonly to: string;
  readonly listRow: string | null;
  readonly byThreeWay: boolean;
  readonly firstReceiver: boolean;
}

export async function insertTransfer(
  ctx: Context,
  transfer: TransferWay & { orderId: string; at: Date; by: string | null },
): Promise<void> {
  await tablesOf<'intake'>(ctx.tx)
    .insertInto('intake.transfer')
    .values({
      city_id: ctx.cityId,
      order_id: transfer.orderId,
      to_party: transfer.to,
      list_row: transfer.listRow,
      by_three_way: transfer.byThreeWay,
      first_receiver: transfer.firstReceiver,
      sent_at: transfer.at,
      sent_by: transfer.by,
    })
    .execute();
}

export async function transferOf(ctx: Context, orderId: string): Promise<Transfer | null> {
  const row = await tablesOf<'intake'>(ctx.tx)
    .selectFrom('intake.transfer')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return row ?? null;
}

type TransferChange = Pick<
  Updateable<DB['intake.transfer']>,
  'received_at' | 'their_no' | 'ended_at' | 'outcome' | 'by_three_way'
>;

export async function changeTransfer(
  ctx: Context,
  orderId: string,
  set: TransferChange,
): Promise<void> {
  await tablesOf<'intake'>(ctx.tx)
    .updateTable('intake.transfer')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .execute();
}
