import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { markTold, untold } from './links.repo.ts';

/** 销账告知: whoever told of it hears once that it is cleared, when the last of the sites they told of is. */
export async function tellCleared(
  ctx: Context,
  site: { siteId: string; ledgerId: string },
): Promise<void> {
  const orderIds = await untold(ctx, site);
  if (orderIds.length === 0) return;
  for (const id of orderIds) {
    const order = await orders.find(ctx, id);
    if (!order) continue;
    await notify(ctx, {
      template: 'site-cleared',
      channel: 'sms',
      to: { kind: 'requester', orderId: id },
      orderId: id,
      facts: { order_no: order.order_no },
      urgent: false,
    });
    tell(ctx, { kind: 'order', id }, 'ledgers.told', { ledger: site.ledgerId, site: site.siteId });
  }
  await markTold(ctx, site.siteId, orderIds);
}
