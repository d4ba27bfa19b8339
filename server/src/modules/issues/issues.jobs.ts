import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { type News, news, on } from '../../platform/events.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import { readOrder } from './read-order.ts';

/** 找同一件事, for one order. */
export const findSame = job('issues:find-same', z.object({ orderId: z.uuid() }));
handle(findSame, (ctx, { orderId }) => readOrder(ctx, orderId));

/** Words, matter or place of an order were written. */
export const heard = job('issues:order-written', news);
handle(heard, (ctx, { id }: News) => readOrder(ctx, id));

for (const type of [
  'intake.received',
  'intake.accepted',
  'intake.accepted-by-rule',
  'intake.answered',
  'intake.transferred',
  'intake.supplemented',
  'intake.withdrawn',
  'dispatch.place-corrected',
  'orders.person-erased',
] as const)
  on(type, heard);

export function findAgain(ctx: Context, orderIds: Iterable<string>): void {
  for (const orderId of new Set(orderIds)) enqueue(ctx, findSame, { orderId });
}
