import type { issues } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { findAroundAgain } from './find-around.ts';
import { ordersIn } from './issues.repo.ts';
import { lockIssues } from './lock-issues.ts';
import { lockVisibleAll } from './lock-visible-all.ts';
import { moveTo, moveToOwn } from './move-order.ts';
import { settleOther, settleSame } from './proposals.repo.ts';

type Split = InputOf<typeof issues.splitIssue>;

/** 拆分: some orders of an issue become an issue of their own, or go to another. Somebody always stays behind. */
export async function splitIssue(
  ctx: Context,
  { issueId, orderIds, toIssueId, reason }: Split,
): Promise<{ issueId: string }> {
  const moving = await lockVisibleAll(ctx, orderIds);
  const held = await lockIssues(ctx, [issueId, ...(toIssueId ? [toIssueId] : [])]);
  const left = held.get(issueId);
  refuseUnless(left, 'issues.no-such-issue');
  refuseUnless(
    moving.every(({ issue_id }) => issue_id === issueId),
    'issues.not-linked',
  );
  refuseUnless(ordersIn(left) > moving.length, 'issues.nobody-stays');
  const target = toIssueId === undefined ? null : held.get(toIssueId);
  refuseUnless(target === null || (target && target.id !== issueId), 'issues.no-such-issue');

  const [first, ...rest] = moving;
  refuseUnless(first, 'issues.not-linked');
  const data = { wasSplit: true };
  if (target) await moveTo(ctx, first, { to: target, left, reason, data });
  const to = target ?? (await moveToOwn(ctx, first, { left, reason, data }));
  for (const order of rest) await moveTo(ctx, order, { to, left, reason, data });
  for (const { id } of moving) {
    await settleOther(ctx, { orderId: id, issueId }, 'taken-out');
    if (id !== first.id || target) await settleSame(ctx, { orderId: id, issueId: to.id });
  }
  await findAroundAgain(ctx, orderIds, [issueId, to.id]);
  return { issueId: to.id };
}
