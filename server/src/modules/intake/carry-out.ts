import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { sendSoon } from './accept-by-rule.ts';
import type { Outcome } from './outcome.ts';
import { followTransfer } from './transfers.ts';

/** What an outcome brings with it once the order stands there: words to keep, a transfer to follow, an emergency to send. */
export async function carryOut(
  ctx: Context,
  order: orders.Order,
  { answer, transfer }: Outcome,
): Promise<void> {
  if (answer) await orders.addText(ctx, order.id, { kind: 'answer', content: answer });
  if (transfer) await followTransfer(ctx, order.id, transfer);
  if (!orders.isOpen(order.status)) orders.archiveLater(ctx, order.id);
  if (order.status === 'to-dispatch' && order.urgency === 'U1') sendSoon(ctx, order);
}
