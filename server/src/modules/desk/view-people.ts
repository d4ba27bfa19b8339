import type { orders as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { viewRequester } from '../requesters/index.ts';
import { mayReadPeople } from './order-policy.ts';

/** 查看诉求人: the purpose is asked, the look is kept and told; a unit never reads who made a secret appeal. */
export async function viewPeople(
  ctx: Context,
  { orderId, purpose }: InputOf<typeof contract.viewPeople>,
): Promise<ReplyOf<typeof contract.viewPeople>> {
  const order = await orders.findVisible(ctx, orderId);
  demand(mayReadPeople(ctx.actor, await ofOrder(ctx, orderId)));

  const masked = ctx.actor.scope !== 'all' && order.secrecy >= 1;
  const person = await viewRequester(ctx, orderId, { purpose, masked });
  tell(ctx, { kind: 'order', id: orderId }, 'orders.person-viewed', { purpose, masked });
  return person;
}
