import type { nodes as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { cityHour } from '../organisation/index.ts';
import { keepReview, lock } from './nodes.repo.ts';
import { nodeSubject } from './open-node.ts';
import { mayReview } from './policy.ts';
import { change, ofNodes } from './watches.repo.ts';

/** 复盘: what worked, and what is watched again next year. The next node of the same kind shows it. */
export async function reviewNode(
  ctx: Context,
  { nodeId, words, watches }: InputOf<typeof contract.reviewNode>,
): Promise<{ done: true }> {
  const node = await lock(ctx, nodeId);
  demand(mayReview(ctx.actor, node, cityHour(ctx.now, ctx.city.zone).on));
  const own = new Set((await ofNodes(ctx, [nodeId])).map(({ id }) => id));
  for (const { watchId, stays, words: why } of watches) {
    refuseUnless(own.has(watchId), 'nodes.no-such-watch');
    await change(ctx, watchId, { stays, stays_words: why });
  }
  await keepReview(ctx, nodeId, words);
  tell(ctx, nodeSubject(nodeId), 'nodes.reviewed', {
    stay: watches.filter(({ stays }) => stays).map(({ watchId }) => watchId),
  });
  announce(ctx, 'nodes');
  return { done: true };
}
