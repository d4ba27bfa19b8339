import type { Rating, SolvedAnswer } from '@minsheng/contract/words/call-back.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { attemptsOf, insertAttempt } from './attempts.repo.ts';
import { bandAt } from './time-band.ts';

export interface RatingAnswers {
  solved: SolvedAnswer;
  processRating: Rating;
  resultRating: Rating;
  reason: string;
}

const rateableDays = 30;

/** Answered or closed not long ago, or waiting for the call-back. */
function isRateable(ctx: Context, order: orders.Order): boolean {
  if (order.status === 'call-back') return true;
  const since = ctx.now.getTime() - rateableDays * 86_400_000;
  const isOver = order.status === 'closed' || order.status === 'answered';
  return isOver && (order.closed_at ?? order.status_since).getTime() >= since;
}

const hasRated = async (ctx: Context, order: orders.Order): Promise<boolean> =>
  (await attemptsOf(ctx, order.id)).some(
    ({ channel, round }) => channel === 'page' && round === order.round,
  );

/** May the requester rate now? Once for each round of handling. */
export async function mayRate(ctx: Context, order: orders.Order): Promise<boolean> {
  return isRateable(ctx, order) && !(await hasRated(ctx, order));
}

/** 群众评价 by page: solved, process and result apart. The order is held; whoever calls has proven to be its requester. */
export async function rate(
  ctx: Context,
  order: orders.Order,
  answers: RatingAnswers,
): Promise<void> {
  refuseUnless(isRateable(ctx, order), 'public.not-rateable');
  refuseUnless(!(await hasRated(ctx, order)), 'call-back.already-rated');

  const reason = answers.reason
    ? await orders.addText(ctx, order.id, { kind: 'call-back', content: answers.reason })
    : null;
  await insertAttempt(ctx, order.id, {
    round: order.round,
    band: bandAt(ctx.now, ctx.city.zone),
    channel: 'page',
    reached: true,
    how: null,
    contacted: null,
    solved: answers.solved,
    process_rating: answers.processRating,
    result_rating: answers.resultRating,
    reason_class: null,
    reason_no: reason?.no ?? null,
  });
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.rated', {
    round: order.round,
    channel: 'page',
    solved: answers.solved,
    process: answers.processRating,
    result: answers.resultRating,
    text: reason?.no ?? null,
  });
  announce(ctx, `desk:${order.status}`);
}
