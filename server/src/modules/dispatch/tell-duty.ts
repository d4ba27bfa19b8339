import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import type { Worker } from '../identity/index.ts';
import { notify } from '../notices/index.ts';
import type { Order } from '../orders/index.ts';
import type { Assignment } from './assignment.ts';

interface Told {
  readonly position: number;
  /** Sent in an emergency: waits for no morning, whatever the order's own urgency. */
  readonly isEmergency: boolean;
}

/**
 * 通知值班: an SMS to the duty person; for immediate danger the telephone rings too (domain C1). Quiet hours hold but for U1
 * and U2, and for what is sent in an emergency.
 */
export async function tellDuty(
  ctx: Context,
  order: Order,
  duty: Assignment,
  { position, isEmergency }: Told,
): Promise<void> {
  // A file brings hundreds at once: units find them on their desk. Only what is an emergency now rings.
  if (order.channel === 'import' && order.urgency !== 'U1') return;
  if (duty.readers) return tellEntrusted(ctx, order, duty, position);
  const notice = {
    to: { kind: 'duty', unitCode: duty.unit_code, position },
    orderId: order.id,
    assignmentId: duty.id,
    facts: { order_no: order.order_no, urgency: order.urgency },
    urgent: isEmergency || isUrgent(order.urgency),
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
  if (duty.readers) return callEntrusted(ctx, duty, position);
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

/** 专人专办: the duty post learns that something waits, and no number to look for. Whoever is named is told in person. */
async function tellEntrusted(
  ctx: Context,
  order: Order,
  duty: Assignment,
  position: number,
): Promise<void> {
  await notify(ctx, {
    template: 'named-duty',
    channel: 'sms',
    to: { kind: 'duty', unitCode: duty.unit_code, position },
    orderId: order.id,
    assignmentId: duty.id,
    facts: {},
    urgent: isUrgent(order.urgency),
  });
  if (order.urgency === 'U1' && duty.role !== 'copy') await callEntrusted(ctx, duty, position);
}

async function callEntrusted(ctx: Context, duty: Assignment, position: number): Promise<void> {
  await notify(ctx, {
    template: 'named-duty-call',
    channel: 'call',
    to: { kind: 'duty', unitCode: duty.unit_code, position },
    orderId: duty.order_id,
    assignmentId: duty.id,
    facts: {},
    urgent: true,
  });
}

/** Each of the newly named who left a number; the others find it on their desk. */
export async function tellReaders(
  ctx: Context,
  duty: Assignment,
  readers: readonly Worker[],
): Promise<void> {
  for (const { phoneEnc } of readers) {
    if (phoneEnc === null) continue;
    await notify(ctx, {
      template: 'reader-named',
      channel: 'sms',
      to: { kind: 'duty', unitCode: duty.unit_code, position: 1, phoneEnc },
      orderId: duty.order_id,
      assignmentId: duty.id,
      facts: {},
      urgent: isUrgent(duty.urgency),
    });
  }
}
