import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { falseCompletionsOf } from './false-completions.repo.ts';
import { mayReportFalse, openOf } from './false-policy.ts';

/** May this person register now what somebody saw on site? For those who come back with a finding. */
export async function mayReportSiteCheck(ctx: Context, orderId: string): Promise<boolean> {
  const [order, visible] = await Promise.all([
    orders.find(ctx, orderId),
    orders.visibleAmong(ctx, [orderId]),
  ]);
  if (!order || !visible.has(orderId)) return false;
  const open = openOf(await falseCompletionsOf(ctx, orderId));
  return mayReportFalse(ctx.actor, order, { foundHow: 'site-check', open }).allowed;
}
