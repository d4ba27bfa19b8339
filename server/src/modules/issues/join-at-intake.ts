import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { findAroundAgain } from './find-around.ts';
import { lockIssues } from './lock-issues.ts';
import { moveTo } from './move-order.ts';
import { settleSame } from './proposals.repo.ts';

/** 受理时并入: whoever writes an order down says with the caller that others told of it already; it can be undone. */
export async function joinAtIntake(
  ctx: Context,
  order: orders.Order,
  issueId: string,
): Promise<void> {
  const members = await orders.ordersOfIssues(ctx, [issueId], 50);
  const seen = await orders.visibleAmong(
    ctx,
    members.map(({ id }) => id),
  );
  const held = await lockIssues(ctx, [issueId, order.issue_id]);
  const issue = held.get(issueId);
  refuseUnless(issue && seen.size > 0, 'issues.no-such-issue');
  if (order.issue_id === issueId) return;

  const left = held.get(order.issue_id) ?? null;
  await moveTo(ctx, order, { to: issue, left, reason: null, data: { atIntake: true } });
  await settleSame(ctx, { orderId: order.id, issueId });
  await findAroundAgain(ctx, [], [issueId]);
}
