import type { Context } from '../../platform/context.ts';
import { notify } from '../notices/index.ts';
import type { Order } from '../orders/index.ts';
import type { Assignment } from './assignment.ts';

const isEmergency = (order: Pick<Order, 'urgency'>): boolean =>
  order.urgency === 'U1' || order.urgency === 'U2';

/** 通知值班: an SMS to the duty person; for immediate danger the telephone rings too (domain C1). Quiet hours hold but for U1 and U2. */
export async function tellDuty(
  ctx: Context,
  order: Order,
  duty: Assignment,
  position: number,
): Promise<void> {
  const notice = {
    to: { kind: 'duty', unitCode: duty.unit_code, position },
    orderId: order.id,
    assignmentId: duty.id,
    facts: { order_no: order.order_no, urgency: order.urgency },
    urgent: isEmergency(order),
  } as const;
  await notify(ctx, { ...notice, template: 'dispatched-duty', channel: 'sms' });
  if (order.urgency === 'U1' && duty.role !== 'copy') await callDuty(ctx, order, duty, position);
}

/** 电话叫应. */
export async function callDuty(
  ctx: Context,
  order: Order,
  duty: Assignment,
  position: number,
): Promise<void> {
  await notify(ctx, {
    template: 'duty-call',
    channel: 'call',
    to: { kind: 'duty', unitCode: duty.unit_code, position },
    orderId: order.id,
    assignmentId: duty.id,
    facts: { order_no: order.order_no, urgency: order.urgency },
    urgent: true,
  });
}
