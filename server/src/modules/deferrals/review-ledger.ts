import type { deferrals as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { ofOrder } from '../dispatch/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { personalWordsIn } from '../redaction/index.ts';
import { changeLedger, insertReview, ledgerOf } from './ledger.repo.ts';
import { mayReviewLedger } from './policy.ts';
import { milestones } from './requests.repo.ts';
import { reviewDueLater } from './review-wait.ts';

/** 挂账复核: progress and milestones done; the requester reads how far it is. */
export async function reviewLedger(
  ctx: Context,
  input: InputOf<typeof contract.reviewLedger>,
): Promise<ReplyOf<typeof contract.reviewLedger>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const lead = (await ofOrder(ctx, order.id)).findLast(({ role }) => role === 'lead');
  demand(mayReviewLedger(ctx.actor, order, lead));
  const ledger = await ledgerOf(ctx, order.id);
  refuseUnless(ledger, 'deferrals.not-parked');
  const plan = milestones.parse(ledger.milestones);
  const unknown = input.milestonesDone.find((no) => no > plan.length);
  refuseUnless(unknown === undefined, 'deferrals.no-such-milestone', { no: unknown ?? 0 });
  const found = await personalWordsIn(ctx, order.id, [input.progress]);
  refuseUnless(found.length === 0, 'deferrals.names-person', { found: found.join('、') });

  const words = await orders.addText(ctx, order.id, { kind: 'reason', content: input.progress });
  await insertReview(ctx, order.id, words.no);
  const reviewDueAt = await reviewDueLater(ctx, order.id);
  await changeLedger(ctx, order.id, {
    review_due_at: reviewDueAt,
    is_review_late: false,
    milestones: JSON.stringify(
      plan.map((one, at) =>
        input.milestonesDone.includes(at + 1)
          ? { ...one, doneAt: one.doneAt ?? ctx.now.toISOString() }
          : one,
      ),
    ),
  });
  tell(ctx, { kind: 'order', id: order.id }, 'deferrals.reviewed', {
    text: words.no,
    digest: words.digest,
    done: input.milestonesDone.length,
    of: plan.length,
  });
  await notify(ctx, {
    template: 'parked-review',
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: { order_no: order.order_no, progress: input.progress },
    urgent: false,
  });
  announce(ctx, 'deferrals', 'desk:ledger-late');
  return { reviewDueAt: reviewDueAt.toISOString() };
}
