import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { handle, later } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { advanceAssignment } from './advance-assignment.ts';
import type { Assignment } from './assignment.ts';
import { change, one } from './assignments.repo.ts';
import { ringDuty, ringEveryMinutes } from './dispatch.jobs.ts';
import { dutyLimits } from './duty-limits.ts';
import { callDuty, tellDuty } from './tell-duty.ts';

/**
 * 未签收叫应: for U1 and U2 the duty telephone rings, then the next on the roster every five minutes; when the roster
 * is exhausted, and at once for everything else, the duty is signed by rule and counts as late (T7).
 */
export async function ringForSignature(
  ctx: Context,
  orderId: string,
  assignmentId: string,
): Promise<void> {
  const found = await orders.find(ctx, orderId);
  if (!found || !orders.isOpen(found.status)) return;
  const order = await orders.lock(ctx, orderId);
  // What lets its clocks go on sets the alarm anew.
  if (order.status === 'need-info' || order.status === 'suspended') return;
  const duty = await one(ctx, orderId, assignmentId);
  if (duty.state !== 'sent') return;

  const roster = await organisation.dutyAt(ctx, duty.unit_code, ctx.now);
  if (isUrgent(order.urgency) && duty.rings < Math.max(1, roster.length))
    return ring(ctx, order, duty);

  const { respondMinutes } = dutyLimits.parse(duty.limits);
  if (!isUrgent(order.urgency) && roster.length > 1)
    await tellDuty(ctx, order, duty, { position: 2, isEmergency: respondMinutes !== undefined });
  await advanceAssignment(ctx, duty, 'auto-sign', {
    set: { signed_at: ctx.now, signed_late: true },
    data: { late: true },
  });
}

async function ring(ctx: Context, order: orders.Order, duty: Assignment): Promise<void> {
  const position = duty.rings + 1;
  await callDuty(ctx, order, duty, position);
  await change(ctx, duty, { rings: position });
  tell(ctx, { kind: 'order', id: order.id }, 'handling.duty-called', {
    assignment: duty.id,
    unit: duty.unit_code,
    position,
  });
  const next = new Date(ctx.now.getTime() + ringEveryMinutes * 60_000);
  later(
    ctx,
    ringDuty,
    { orderId: order.id, assignmentId: duty.id },
    { at: next, key: `sign:${duty.id}` },
  );
}

handle(ringDuty, (ctx, { orderId, assignmentId }) => ringForSignature(ctx, orderId, assignmentId));
