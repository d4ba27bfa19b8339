import { deferralReasonLabel } from '@minsheng/contract/words/deferrals.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { advanceAssignment, ofOrder, openStates, revokeAll } from '../dispatch/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { insertLedger } from './ledger.repo.ts';
import { type Deferral, milestones } from './requests.repo.ts';
import { reviewDueLater } from './review-wait.ts';

/** T21 挂账: the work clock ends, the ledger's begins; units beside the lead have nothing to do until it is cleared. */
export async function park(ctx: Context, order: orders.Order, asked: Deferral): Promise<void> {
  const duties = await ofOrder(ctx, order.id);
  const duty = duties.find(({ id }) => id === asked.assignment_id);
  refuseUnless(duty, 'deferrals.none-open');
  const below = duties.find(
    ({ parent_id, state }) =>
      parent_id === duty.id && (openStates as readonly string[]).includes(state),
  );
  if (below) {
    const { name } = await organisation.unit(ctx, below.unit_code);
    refuseUnless(false, 'handling.children-open', { unit: name });
  }
  await revokeAll(
    ctx,
    duties.filter(({ id }) => id !== duty.id),
    { text: asked.plan_no },
  );
  await advanceAssignment(ctx, duty, 'park', {
    set: { due_at: null },
    data: { text: asked.plan_no, dueAt: duty.due_at?.toISOString() ?? null },
  });
  await orders.advance(ctx, order, 'park', {
    set: { parked_at: ctx.now, due_at: null },
    data: {
      deferralReason: asked.reason,
      lead: asked.unit_code,
      milestonesOn: milestones.parse(asked.milestones).map(({ dueOn }) => dueOn),
    },
  });
  await insertLedger(ctx, {
    orderId: order.id,
    unitCode: asked.unit_code,
    unitPath: asked.unit_path,
    reason: asked.reason,
    publicWords: asked.public_words ?? '',
    milestones: milestones.parse(asked.milestones),
    reviewDueAt: await reviewDueLater(ctx, order.id),
  });
  await notify(ctx, {
    template: 'parked',
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: { order_no: order.order_no, reason: deferralReasonLabel[asked.reason] },
    urgent: false,
  });
}
