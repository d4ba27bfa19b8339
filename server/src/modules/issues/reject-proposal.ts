import type { issues } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { findAgain } from './issues.jobs.ts';
import { find, settleOther, unsettle } from './proposals.repo.ts';

/** 不是同一事: the order is not proposed for this issue again, unless somebody takes it back. */
export async function rejectProposal(
  ctx: Context,
  { issueId, orderId, why, note }: InputOf<typeof issues.rejectProposal>,
): Promise<{ done: true }> {
  await orders.lockVisible(ctx, orderId);
  const found = await find(ctx, { orderId, issueId });
  refuseUnless(found?.state === 'proposed', 'issues.not-proposed');

  const text = note
    ? await orders.addText(ctx, orderId, { kind: 'reason', content: note })
    : undefined;
  await settleOther(ctx, { orderId, issueId }, why);
  tell(ctx, { kind: 'order', id: orderId }, 'issues.proposal-rejected', {
    issueId,
    whyNot: why,
    text: text?.no ?? null,
    digest: text?.digest ?? null,
  });
  announce(ctx, `issue:${issueId}`);
  return { done: true };
}

/** 重新考虑: the proposal is open again. */
export async function reopenProposal(
  ctx: Context,
  { issueId, orderId }: InputOf<typeof issues.reopenProposal>,
): Promise<{ done: true }> {
  await orders.lockVisible(ctx, orderId);
  const found = await find(ctx, { orderId, issueId });
  refuseUnless(found?.state === 'rejected', 'issues.not-proposed');

  await unsettle(ctx, { orderId, issueId });
  tell(ctx, { kind: 'order', id: orderId }, 'issues.proposal-reopened', { issueId });
  announce(ctx, `issue:${issueId}`);
  // It may have been settled somewhere else meanwhile.
  findAgain(ctx, [orderId]);
  return { done: true };
}
