import { deferralReasonLabel } from '@minsheng/contract/words/deferrals.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { changeAssignment, dutyLimits, ofOrder, shiftDue, subtree } from '../dispatch/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { longer } from './extension-limits.ts';
import type { Deferral } from './requests.repo.ts';

/**
 * T15 延期: the duty and what it passed down get more time; the date it was first due stays with them (原时限). The
 * promise moves, and the requester reads why.
 */
export async function grantExtension(
  ctx: Context,
  order: orders.Order,
  asked: Deferral,
): Promise<Date | null> {
  const duties = await ofOrder(ctx, order.id);
  const duty = duties.find(({ id }) => id === asked.assignment_id);
  if (!duty) return null;
  for (const each of subtree(duty, duties)) {
    const limits = dutyLimits.parse(each.limits);
    if (!limits.handle) continue;
    const handle = longer(limits.handle, asked.amount ?? 0);
    const handleAtFirst = limits.handleAtFirst ?? limits.handle;
    const given = JSON.stringify({ ...limits, handle, handleAtFirst });
    await changeAssignment(ctx, each, { limits: given });
  }
  const { dueAt, moved } = await shiftDue(ctx, order.id, await ofOrder(ctx, order.id));
  if (dueAt) await orders.change(ctx, order.id, { due_at: dueAt, promise_at: dueAt });
  tell(ctx, { kind: 'order', id: order.id }, 'deferrals.extended', {
    deferralReason: asked.reason,
    amount: asked.amount,
    lead: duty.unit_code,
    before: null,
    dueAt: dueAt?.toISOString() ?? null,
    originalDueAt: duty.original_due_at?.toISOString() ?? null,
    extended: duty.id,
    duties: moved,
  });
  if (dueAt) await tellLater(ctx, order, asked, dueAt);
  return dueAt;
}

async function tellLater(
  ctx: Context,
  order: orders.Order,
  asked: Deferral,
  dueAt: Date,
): Promise<void> {
  await notify(ctx, {
    template: 'extended',
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: {
      order_no: order.order_no,
      due: organisation.cityHour(dueAt, ctx.city.zone).on,
      reason: deferralReasonLabel[asked.reason],
    },
    urgent: false,
  });
}
