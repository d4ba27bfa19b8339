import type { Context } from '../../platform/context.ts';
import { windowDays } from './keys.repo.ts';
import { ofOrder, type Proposal, toIssues } from './proposals.repo.ts';

export type { Proposal } from './proposals.repo.ts';

/** 建议: where an order may belong. */
export const proposalsFrom = (ctx: Context, orderId: string): Promise<Proposal[]> =>
  ofOrder(ctx, orderId);

/** 建议: who may belong to an issue; what is older than the window is proposed no more. */
export function proposalsTo(ctx: Context, issueId: string, most: number): Promise<Proposal[]> {
  const from = new Date(ctx.now.getTime() - windowDays * 86_400_000);
  return toIssues(ctx, [issueId], { from, most });
}
