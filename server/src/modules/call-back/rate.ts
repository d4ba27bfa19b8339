import type { Rating, SolvedAnswer } from '@minsheng/contract/words/call-back.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { attemptsOf, insertAttempt } from './attempts.repo.ts';
import { letArchive } from './let-archive.ts';
import { bandAt } from './time-band.ts';

export interface RatingAnswers {
  solved: SolvedAnswer;
  processRating: Rating;
  resultRating: Rating;
  reason: string;
}

export interface Rated extends RatingAnswers {
  channel: 'page' | 'sms';
}

const rateableDays = 30;

/** Answered or closed not long ago, or waiting for the call-back. */
function isRateable(ctx: Context, order: orders.Order): boolean {
  if (!orders.hasRequester(order).allowed) return false;
  if (order.status === 'call-back') return true;
  const since = ctx.now.getTime() - rateableDays * 86_400_000;
  const isOver = order.status === 'closed' || order.status === 'answered';
  return isOver && (order.closed_at ?? order.status_since).getTime() >= since;
}

/** 能不能评价: once for each round of handling, by whichever way. Null: yes, now. */
export async function whyNotRateable(
  ctx: Context,
  order: orders.Order,
): Promise<'public.not-rateable' | 'call-back.already-rated' | null> {
  if (!isRateable(ctx, order)) return 'public.not-rateable';
  const hasRated = (await attemptsOf(ctx, order.id)).some(
    ({ channel, round }) => channel !== 'call' && round === order.round,
  );
  return hasRated ? 'call-back.already-rated' : null;
}

export async function mayRate(ctx: Context, order: orders.Order): Promise<boolean> {
  return (await whyNotRateable(ctx, order)) === null;
}

/**
 * 群众评价 by page or SMS: solved, process and result apart. The order is held; whoever calls has proven to be its
 * requester.
 */
export async function rate(ctx: Context, order: orders.Order, rated: Rated): Promise<void> {
  const why = await whyNotRateable(ctx, order);
  if (why) throw new Refusal(why);

  const reason = rated.reason
    ? await orders.addText(ctx, order.id, { kind: 'call-back', content: rated.reason })
    : null;
  await insertAttempt(ctx, order.id, {
    round: order.round,
    band: bandAt(ctx.now, ctx.city.zone),
    channel: rated.channel,
    reached: true,
    how: null,
    contacted: null,
    solved: rated.solved,
    process_rating: rated.processRating,
    result_rating: rated.resultRating,
    reason_class: null,
    reason_no: reason?.no ?? null,
  });
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.rated', {
    round: order.round,
    channel: rated.channel,
    solved: rated.solved,
    process: rated.processRating,
    result: rated.resultRating,
    text: reason?.no ?? null,
  });
  // A bad rating near the thirtieth day is not sealed before its unit could contest it.
  if (order.status === 'closed') await letArchive(ctx, order);
  announce(ctx, `desk:${order.status}`);
}
