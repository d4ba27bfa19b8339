import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { eraseMessagesById } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { handoutsOf } from './handouts.repo.ts';

const forget = job('handouts:forget-person', news);

on('orders.person-erased', forget);

/** 到期销毁: of many orders at once. */
const forgetMany = job('handouts:forget-destroyed', news);
on('retention.batch-destroyed', forgetMany);
handle(forgetMany, async (ctx, told) => {
  for (const orderId of orders.destroyedOrders(told)) await eraseThoseOf(ctx, orderId);
});

const most = 1000;

/** 删除个人信息 (个保法第四十七条): messages of the call as well, which name no order. */
handle(forget, async (ctx, { id: orderId }) => eraseThoseOf(ctx, orderId));

async function eraseThoseOf(ctx: Context, orderId: string): Promise<void> {
  const order = await orders.find(ctx, orderId);
  if (!order) return;
  const sent = await handoutsOf(ctx, { orderId, callId: order.call_id }, most);
  await eraseMessagesById(
    ctx,
    sent.map(({ message_id }) => message_id),
  );
}
