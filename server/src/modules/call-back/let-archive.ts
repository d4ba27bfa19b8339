import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { contestUntil } from './ask-contest.ts';
import { attemptsOf } from './attempts.repo.ts';
import { contestable, lastRejected, nextLevel, openContest } from './contest-policy.ts';
import { contestsOf } from './contests.repo.ts';
import { falseCompletionsOf } from './false-completions.repo.ts';
import { openOf } from './false-policy.ts';

/** 恢复归档, once nothing about the order is open any more; not before a unit could contest its rating, or take that further. */
export async function letArchive(ctx: Context, order: orders.Order): Promise<void> {
  const [records, contests, attempts] = await Promise.all([
    falseCompletionsOf(ctx, order.id),
    contestsOf(ctx, order.id),
    attemptsOf(ctx, order.id),
  ]);
  if (openOf(records) || openContest(contests)) return;
  const last = lastRejected(contests);
  const rating = contestable(order, attempts);
  const isNew = rating && contests.every(({ attempt_id }) => attempt_id !== rating.id);
  const from = [
    ...(last && nextLevel[last.level] ? [last.moved_at] : []),
    ...(isNew ? [rating.at] : []),
  ];
  const ends = await Promise.all(from.map((at) => contestUntil(ctx, order, at)));
  const latest = Math.max(ctx.now.getTime(), ...ends.map((end) => end.getTime()));
  await orders.freeArchive(ctx, order, new Date(latest));
}
