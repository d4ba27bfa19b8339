import type { issues } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { findAroundAgain } from './find-around.ts';
import { ordersIn } from './issues.repo.ts';
import { lockIssues } from './lock-issues.ts';
import { moveTo, moveToOwn } from './move-order.ts';
import { settleOther, settleSame } from './proposals.repo.ts';

type Link = InputOf<typeof issues.linkIssue>;

/** 关联事项: says that an order is about this issue. Its person keeps number, message and rating (domain 2.10). */
export async function linkOrder(
  ctx: Context,
  { issueId, orderId, reason }: Link,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  const held = await lockIssues(ctx, [issueId, order.issue_id]);
  const issue = held.get(issueId);
  refuseUnless(issue, 'issues.no-such-issue');
  refuseUnless(order.issue_id !== issueId, 'issues.already-linked');

  await moveTo(ctx, order, { to: issue, left: held.get(order.issue_id) ?? null, reason, data: {} });
  await settleSame(ctx, { orderId, issueId });
  await findAroundAgain(ctx, [orderId], [issueId, order.issue_id]);
  return { done: true };
}

/** 取消关联: the order returns to an issue of its own. */
export async function unlinkOrder(
  ctx: Context,
  { issueId, orderId, reason }: Link,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  const issue = (await lockIssues(ctx, [issueId])).get(issueId);
  refuseUnless(issue, 'issues.no-such-issue');
  refuseUnless(order.issue_id === issueId && ordersIn(issue) > 1, 'issues.not-linked');

  const own = await moveToOwn(ctx, order, { left: issue, reason, data: {} });
  await settleOther(ctx, { orderId, issueId }, 'taken-out');
  await findAroundAgain(ctx, [orderId], [issueId, own.id]);
  return { done: true };
}
