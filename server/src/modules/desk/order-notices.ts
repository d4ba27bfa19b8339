import type { notices as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { noticesOf } from '../notices/index.ts';
import * as orders from '../orders/index.ts';

/** 联系记录: the centre reads what went to anybody, a unit what went to itself. */
export async function orderNotices(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<ReplyOf<typeof contract.ofOrder>> {
  const order = await orders.findVisible(ctx, orderId);
  const { scope, unitCode } = ctx.actor;
  return noticesOf(ctx, order.id, scope === 'all' ? null : (unitCode ?? ''));
}
