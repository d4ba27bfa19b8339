import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type * as orders from '../orders/index.ts';
import { findAroundAgain } from './find-around.ts';
import { ordersIn } from './issues.repo.ts';
import { lockIssues } from './lock-issues.ts';
import { lockVisibleAll } from './lock-visible-all.ts';
import { moveTo } from './move-order.ts';
import { letGo, settleSame } from './proposals.repo.ts';
import { repeatsOf } from './repeats-of.ts';

/**
 * 归为一个事项: orders a person has looked at together join the issue said, or the one that most of them belong to, or else
 * the oldest one, with whatever repeats them. Everybody keeps number, message and rating.
 */
export async function joinAsOne(
  ctx: Context,
  orderIds: readonly string[],
  into: string | null,
): Promise<{ issueId: string; moved: number }> {
  const held = await lockVisibleAll(ctx, orderIds);
  const issueId = into ?? mostCommonIssue(held);
  refuseUnless(issueId !== null, 'issues.not-linked');
  const coming = held.filter(({ issue_id }) => issue_id !== issueId);
  const all = [...coming, ...(await repeatsOf(ctx, coming))];
  const left = [...new Set(all.map(({ issue_id }) => issue_id))];
  const issues = await lockIssues(ctx, [issueId, ...left]);
  const issue = issues.get(issueId);
  refuseUnless(issue && ordersIn(issue) > 0, 'issues.no-such-issue');

  for (const order of all) {
    const from = issues.get(order.issue_id) ?? null;
    await moveTo(ctx, order, { to: issue, left: from, reason: null, data: { wasProposed: true } });
  }
  for (const { id } of coming) {
    await settleSame(ctx, { orderId: id, issueId });
    await letGo(ctx, id, []);
  }
  if (all.length > 0) await findAroundAgain(ctx, orderIds, [issueId, ...left]);
  return { issueId, moved: all.length };
}

function mostCommonIssue(held: readonly orders.Order[]): string | null {
  const counts = new Map<string, number>();
  for (const { issue_id } of held) counts.set(issue_id, (counts.get(issue_id) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
