import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { contestUntil } from './ask-contest.ts';
import { lastRejected, nextLevel, openContest } from './contest-policy.ts';
import { contestsOf } from './contests.repo.ts';
import { falseCompletionsOf } from './false-completions.repo.ts';
import { openOf } from './false-policy.ts';

/** 恢复归档, once nothing about the order is open any more; not before a unit could take its contest further. */
export async function letArchive(ctx: Context, order: orders.Order): Promise<void> {
  const [records, contests] = await Promise.all([
    falseCompletionsOf(ctx, order.id),
    contestsOf(ctx, order.id),
  ]);
  if (openOf(records) || openContest(contests)) return;
  const last = lastRejected(contests);
  const until =
    last && nextLevel[last.level] ? await contestUntil(ctx, order, last.moved_at) : ctx.now;
  await orders.freeArchive(ctx, order, until);
}
