import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { findAgain } from './issues.jobs.ts';
import { proposalsTo } from './open-proposals.ts';
import { proposing } from './proposals.repo.ts';

const mostAgain = 50;

/**
 * 重新找: after orders moved between issues, for them and for all whose open proposals came from or led to these issues:
 * what they would join may be elsewhere now.
 */
export async function findAroundAgain(
  ctx: Context,
  orderIds: readonly string[],
  issueIds: readonly string[],
): Promise<void> {
  const [coming, members] = await Promise.all([
    Promise.all(issueIds.map((issueId) => proposalsTo(ctx, issueId, mostAgain))),
    orders.ordersOfIssues(ctx, issueIds, mostAgain),
  ]);
  const going = await proposing(
    ctx,
    members.map(({ id }) => id),
  );
  const open = coming
    .flat()
    .filter(({ state }) => state === 'proposed')
    .map(({ orderId }) => orderId);
  findAgain(ctx, [...orderIds, ...open, ...going]);
}
