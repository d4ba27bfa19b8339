import type { issues } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { findAroundAgain } from './find-around.ts';
import { ordersIn } from './issues.repo.ts';
import { lockIssues } from './lock-issues.ts';
import { lockVisibleAll } from './lock-visible-all.ts';
import { moveTo } from './move-order.ts';
import { find, letGo, settleSame } from './proposals.repo.ts';
import { repeatsOf } from './repeats-of.ts';

/** 确认同一事: these orders join the issue, with whatever repeats them. Everybody keeps number, message and rating. */
export async function confirmProposals(
  ctx: Context,
  { issueId, orderIds }: InputOf<typeof issues.confirmProposals>,
): Promise<{ moved: number }> {
  const proposed = await lockVisibleAll(ctx, orderIds);
  const repeats = await repeatsOf(ctx, proposed);
  const all = [...proposed, ...repeats].filter(({ issue_id }) => issue_id !== issueId);
  const left = all.map(({ issue_id }) => issue_id);
  const held = await lockIssues(ctx, [issueId, ...left]);
  const issue = held.get(issueId);
  refuseUnless(issue && ordersIn(issue) > 0, 'issues.no-such-issue');
  for (const order of proposed) {
    const found = await find(ctx, { orderId: order.id, issueId });
    refuseUnless(found && found.state !== 'rejected', 'issues.not-proposed');
  }

  for (const order of all) {
    const data = { wasProposed: true };
    const from = held.get(order.issue_id) ?? null;
    await moveTo(ctx, order, { to: issue, left: from, reason: null, data });
  }
  for (const { id } of proposed) {
    await settleSame(ctx, { orderId: id, issueId });
    await letGo(ctx, id, []);
  }
  await findAroundAgain(ctx, orderIds, [issueId, ...left]);
  return { moved: all.length };
}
