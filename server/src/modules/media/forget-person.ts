import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { destroyedOrders } from '../orders/index.ts';
import { takeOffShowing } from './take-off.ts';
import { mediaText } from './text.ts';

const forget = job('media:forget-person', news);

on('orders.person-erased', forget);

/** 到期销毁: of many orders at once, as the list says. */
const forgetMany = job('media:forget-destroyed', news);
on('retention.batch-destroyed', forgetMany);

handle(forgetMany, async (ctx, told) => {
  for (const orderId of destroyedOrders(told)) await forgetTip(ctx, orderId);
});

/**
 * 删除个人信息 (个保法第四十七条): the tip an order was made of loses its words, its source number and whom to ask; a clip
 * that shows the person is taken off.
 */
handle(forget, async (ctx, { id: orderId }) => {
  await forgetTip(ctx, orderId);
  await takeOffShowing(ctx, orderId, mediaText.personErased);
});

async function forgetTip(ctx: Context, orderId: string): Promise<void> {
  await sql`
    update media.tip
    set content = '', address = '', source_ref = 'erased-' || no, contact_enc = null,
      may_contact = false, may_appear = false, consent_how = '', end_words = ''
    where city_id = ${ctx.cityId} and order_id = ${orderId}`.execute(ctx.tx);
  await sql`
    update media.consent as c
    set how = ''
    from media.tip as t
    where c.city_id = ${ctx.cityId} and t.city_id = c.city_id and t.id = c.tip_id
      and t.order_id = ${orderId}`.execute(ctx.tx);
}
