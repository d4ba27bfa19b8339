import { sql } from 'kysely';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';

const forget = job('media:forget-person', news);

on('orders.person-erased', forget);

/** 删除个人信息 (个保法第四十七条): the tip an order was made of loses its words, its source number and whom to ask. */
handle(forget, async (ctx, { id: orderId }) => {
  await sql`
    update media.tip
    set content = '', address = '', source_ref = 'erased-' || no, contact_enc = null,
      may_contact = false, may_appear = false, end_words = ''
    where city_id = ${ctx.cityId} and order_id = ${orderId}`.execute(ctx.tx);
});
