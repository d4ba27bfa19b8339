import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job, later } from '../../platform/jobs.ts';
import { destroyedOrders } from '../orders/index.ts';
import { emptyMessagesOf, isOneOnItsWay } from './messages.repo.ts';

const forgetMany = job('exchange:forget-destroyed', news);
on('retention.batch-destroyed', forgetMany);

/** 到期销毁: the bytes that came and went leave; that they did, their digest, and what the other side answered stay. */
handle(forgetMany, (ctx, told) => emptyMessagesOf(ctx, destroyedOrders(told), 'all'));

const forget = job('exchange:forget-person', news);
on('orders.person-erased', forget);
const forgetRest = job('exchange:forget-rest', z.object({ orderId: z.uuid() }));

/** 删除个人信息 (个保法第四十七条): of one order; of what is on its way once it has arrived. */
handle(forget, (ctx, { id: orderId }) => forgetOrder(ctx, orderId));
handle(forgetRest, (ctx, { orderId }) => forgetOrder(ctx, orderId));

const dayMs = 86_400_000;

async function forgetOrder(ctx: Context, orderId: string): Promise<void> {
  await emptyMessagesOf(ctx, [orderId], 'ended');
  if (!(await isOneOnItsWay(ctx, orderId))) return;
  const at = new Date(ctx.now.getTime() + dayMs);
  later(ctx, forgetRest, { orderId }, { at, key: `exchange:forget-rest:${orderId}` });
}
