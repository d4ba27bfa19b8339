import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { permitted } from '../dispatch/index.ts';
import { hasRequester, type Order, standsBefore } from '../orders/index.ts';
import type { Attempt } from './attempts.repo.ts';

/** T20: an order is sent back twice at most; the third time it is supervised. */
export const mostRedos = 2;

export const mayAttempt = (actor: Actor, order: Order): Decision =>
  all(permitted(actor, 'call-back.do'), standsBefore(order, 'close'), hasRequester(order));

/** 结案权: never an outsourced account's, who may ask but not decide (domain 0.3). */
export const mayClose = (actor: Actor, order: Order): Decision =>
  all(permitted(actor, 'call-back.close'), standsBefore(order, 'close'));

/** 解释核查 (domain 2.9): why it cannot be solved is checked by somebody outside the unit who did not ask the requester. */
export const mayCheckExplanation = (actor: Actor, asked: readonly Attempt[]): Decision =>
  allowIf(
    actor.has('call-back.judge') &&
      asked.every(({ by_account }) => by_account === null || by_account !== actor.accountId),
    'call-back.explanation-second',
  );

export const mayRedo = (actor: Actor, order: Order): Decision =>
  all(
    mayClose(actor, order),
    allowIf(order.round < mostRedos, 'call-back.redo-limit', { count: order.round }),
  );

export const mayFollowUp = (actor: Actor): Decision => permitted(actor, 'call-back.do');

export const isBadRating = (rating: Attempt['result_rating']): boolean =>
  rating === 'dissatisfied' || rating === 'very-dissatisfied';

/** Attempts of this round that somebody answered. */
export const heard = (order: Order, attempts: readonly Attempt[]): Attempt[] =>
  attempts.filter(({ round, reached }) => round === order.round && reached);

/** 三次三时段: silence is given up only after three tries in three bands of the day. */
export function isGivenUp(order: Order, attempts: readonly Attempt[]): boolean {
  const tries = attempts.filter(
    ({ round, reached, channel }) => round === order.round && !reached && channel === 'call',
  );
  return tries.length >= 3 && new Set(tries.map(({ band }) => band)).size >= 3;
}
