import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { markTold, untold } from './links.repo.ts';

/**
 * 销账告知: whoever told of it hears once that it is cleared, when nothing they told of is open any more: the last of their
 * sites was cleared, or it was struck out or taken off them and another had been cleared before. The caller holds the ledger:
 * of two sites that end at one time, the second sees the first.
 */
export async function tellCleared(
  ctx: Context,
  { ledgerId, orderIds }: { ledgerId: string; orderIds: readonly string[] },
): Promise<void> {
  const fresh = await untold(ctx, ledgerId, orderIds);
  for (const { order_id: id, site_id: site } of fresh) {
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
    tell(ctx, { kind: 'order', id }, 'ledgers.told', { ledger: ledgerId, site });
  }
  await markTold(ctx, fresh);
}
