import type { intake } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { stageWords } from './text.ts';

/** 进度: one plain sentence, the same for the agent to read aloud and for the citizen's page. */
export async function progressWords(ctx: Context, order: orders.Order): Promise<string> {
  const unit = order.lead_unit
    ? (await organisation.unitNames(ctx, [order.lead_unit])).get(order.lead_unit)
    : undefined;
  const promise = order.promise_at
    ? organisation.cityHour(order.promise_at, ctx.city.zone).on
    : null;
  return stageWords(shownStatus(order), unit ?? '', promise);
}

/** An archived order is a closed one to everybody outside. */
export const shownStatus = (order: orders.Order): OrderStatus =>
  order.status === 'archived' ? 'closed' : order.status;

export async function readProgress(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<ReplyOf<typeof intake.readProgress>> {
  const order = await orders.findVisible(ctx, orderId);
  return {
    words: await progressWords(ctx, order),
    promiseAt: order.promise_at?.toISOString() ?? null,
  };
}
