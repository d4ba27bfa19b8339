import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { encrypt } from '../../platform/secrets.ts';
import { eraseIncoming } from './incoming.repo.ts';

/** 删除往来短信: number and words of what these orders sent their requesters and got back; that something was sent stays. */
export async function eraseMessages(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await emptied(ctx)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .where('unit_code', 'is', null)
    .execute();
  await eraseIncoming(ctx, orderIds);
}

/** 到期销毁: what units were told of these orders as well, and what stands in anybody's inbox. */
export async function eraseEveryMessage(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await emptied(ctx)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
  await tablesOf<'notices'>(ctx.tx)
    .updateTable('notices.posting')
    .set({ text_enc: encrypt(ctx.keys, '') })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
  await eraseIncoming(ctx, orderIds);
}

/** The same of messages that name no order. */
export async function eraseMessagesById(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await emptied(ctx)
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...ids])
    .execute();
}

function emptied(ctx: Context) {
  const nothing = encrypt(ctx.keys, '');
  return tablesOf<'notices'>(ctx.tx).updateTable('notices.message').set({
    to_enc: nothing,
    text_enc: nothing,
    to_index: null,
    // What still waits for the morning is not sent any more.
    state: sql`case when state in ('waiting', 'failed', 'uncertain') then 'dropped' else state end`,
  });
}
