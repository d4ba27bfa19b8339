/** 告知复核: guidance has a second pair of eyes, and its requester one review. */
import type { Context } from '../../platform/context.ts';
import type { Order } from '../orders/index.ts';
import './after-guidance.ts';
import './check-wait.ts';
import { checksOf } from './checks.repo.ts';
import { mayAsk } from './policy.ts';
import { text } from './text.ts';

export { askReview } from './ask-check.ts';

/** What the requester's page says of a review: whether one may be asked, or that one is under way. */
export async function reviewFor(
  ctx: Context,
  order: Order,
): Promise<{ mayAsk: boolean; words: string | null }> {
  if (order.status !== 'disposed') return { mayAsk: false, words: null };
  const checks = await checksOf(ctx, order.id);
  const isAsked = checks.some(({ state, why }) => state === 'waiting' && why === 'requested');
  return { mayAsk: mayAsk(ctx.actor, order, checks).allowed, words: isAsked ? text.asked : null };
}
