import type { callBack } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Attempt, attemptsOf, insertAttempt } from './attempts.repo.ts';
import { isBadRating, isGivenUp, mayAttempt, mostRedos } from './policy.ts';
import { bandAt } from './time-band.ts';

type Asked = InputOf<typeof callBack.attempt>;
type Answers = NonNullable<Asked['answers']>;
type Reply = ReplyOf<typeof callBack.attempt>;

/** T19 回访: one try to reach the requester. Each question apart; no answer is never satisfied (domain 2.9). */
export async function attempt(ctx: Context, input: Asked): Promise<Reply> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayAttempt(ctx.actor, order));
  const earlier = await attemptsOf(ctx, order.id);
  const band = bandAt(ctx.now, ctx.city.zone);
  const answers = input.reached ? checkAnswers(input.answers) : null;
  if (!input.reached) refuseUsedBand(ctx, earlier, order.round);

  const reason = answers?.reason
    ? await orders.addText(ctx, order.id, { kind: 'call-back', content: answers.reason })
    : null;
  await insertAttempt(ctx, order.id, {
    round: order.round,
    band,
    channel: 'call',
    reached: input.reached,
    how: input.reached ? null : (input.how ?? 'no-answer'),
    contacted: answers?.contacted ?? null,
    solved: answers?.solved ?? null,
    process_rating: answers?.processRating ?? null,
    result_rating: answers?.resultRating ?? null,
    reason_class: answers?.reasonClass ?? null,
    reason_no: reason?.no ?? null,
  });
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.attempted', {
    round: order.round,
    band,
    channel: 'call',
    reached: input.reached,
    contacted: answers?.contacted ?? null,
    solved: answers?.solved ?? null,
    process: answers?.processRating ?? null,
    result: answers?.resultRating ?? null,
    reasonClass: answers?.reasonClass ?? null,
    text: reason?.no ?? null,
  });
  if (answers) await raiseProblem(ctx, order, answers);
  announce(ctx, 'desk:call-back');
  const attempts = await attemptsOf(ctx, order.id);
  return { attempts: attempts.length, next: nextStep(order, attempts, answers) };
}

/** Refuses `call-back.answers-needed`, and `call-back.reason-needed` where something was not well. */
function checkAnswers(answers: Answers | undefined): Answers {
  refuseUnless(answers?.solved, 'call-back.answers-needed');
  const isWell =
    answers.solved === 'solved' &&
    !isBadRating(answers.resultRating) &&
    !isBadRating(answers.processRating);
  refuseUnless(
    isWell || (answers.reasonClass !== null && answers.reason !== ''),
    'call-back.reason-needed',
  );
  return answers;
}

/** A band of the day is tried once a day; another day it may be tried again. */
function refuseUsedBand(ctx: Context, earlier: readonly Attempt[], round: number): void {
  const dayOf = (at: Date) => organisation.cityHour(at, ctx.city.zone).on;
  const band = bandAt(ctx.now, ctx.city.zone);
  const isUsed = earlier.some(
    (past) =>
      past.round === round &&
      past.channel === 'call' &&
      past.band === band &&
      dayOf(past.at) === dayOf(ctx.now),
  );
  refuseUnless(!isUsed, 'call-back.band-used', {
    band: { morning: '上午', afternoon: '下午', evening: '晚间' }[band],
  });
}

/** 问题工单, 提级督办 (domain 2.6.5): redone as often as may be, and still not for the unit's own reasons. */
async function raiseProblem(ctx: Context, order: orders.Order, answers: Answers): Promise<void> {
  const isStillBad = answers.solved !== 'solved' && answers.reasonClass === 'subjective';
  if (!isStillBad || order.round < mostRedos || order.raised_at !== null) return;
  await orders.change(ctx, order.id, { raised_at: ctx.now });
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.raised', { round: order.round });
}

function nextStep(
  order: orders.Order,
  attempts: readonly Attempt[],
  answers: Answers | null,
): Reply['next'] {
  if (!answers) return isGivenUp(order, attempts) ? 'may-close-unreached' : 'try-again';
  if (answers.solved === 'solved') return 'close';
  if (answers.reasonClass === 'objective') return 'explain';
  return order.round < mostRedos ? 'redo' : 'explain';
}
