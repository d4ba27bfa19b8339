import { lastRound, roundLabel } from '@minsheng/contract/words/disputes.ts';
import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, any, type Decision } from '../../platform/refusal.ts';
import { type Assignment, dutyStandsBefore, isHeldBy, permitted } from '../dispatch/index.ts';
import { type Order, standsBefore } from '../orders/index.ts';
import type { Return } from './returns.repo.ts';

/** T12: the lead of an order that runs, by the desk or its leader. */
export const mayAskReturn = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    any(permitted(actor, 'disputes.ask'), permitted(actor, 'handling.sign-off')),
    isHeldBy(actor, duty),
    standsBefore(order, 'open-dispute'),
    allowIf(duty.role === 'lead', 'disputes.lead-only'),
    dutyStandsBefore(duty, 'draft-return'),
    // 先办后议 (domain 2.6.2): an emergency is worked first, whoever should have.
    allowIf(!isUrgent(order.urgency), 'disputes.urgent-first'),
    allowIf(!order.lead_fixed, 'disputes.lead-fixed'),
    allowIf(order.round === 0, 'disputes.redo'),
  );

/** The leader of the unit, or of one above it. */
export const maySignReturn = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    permitted(actor, 'handling.sign-off'),
    isHeldBy(actor, duty),
    standsBefore(order, 'open-dispute'),
    dutyStandsBefore(duty, 'refuse-return'),
  );

export const mayWithdrawReturn = (actor: Actor, duty: Assignment): Decision =>
  all(
    any(permitted(actor, 'disputes.ask'), permitted(actor, 'handling.sign-off')),
    isHeldBy(actor, duty),
    dutyStandsBefore(duty, 'withdraw-return'),
  );

/** T13 (domain 2.6.4): the dispatcher, then the review officer, then whoever holds the conference. */
const rulesRound = (actor: Actor, round: number): Decision => {
  const permission =
    round >= lastRound ? 'disputes.conference' : round === 2 ? 'review.decide' : 'dispatch.send';
  return allowIf(actor.has(permission), 'disputes.not-your-round', {
    round: roundLabel[Math.min(round, lastRound)] ?? '',
  });
};

export const mayRule = (
  actor: Actor,
  order: Order,
  open: Return | undefined,
  earlier: readonly Return[],
): Decision =>
  all(
    standsBefore(order, 'end-dispute'),
    rulesRound(actor, open?.round ?? 1),
    allowIf(
      open?.round !== 2 || earlier.every(({ ruled_by }) => ruled_by !== actor.accountId),
      'disputes.own-ruling',
    ),
  );

/** Who has to be heard before this ruling: both sides in the second round, all that led or may lead in the third. */
export function mustHear(
  open: Return,
  led: readonly string[],
  lead: string | undefined,
): readonly string[] {
  if (open.round === 1) return [];
  const sides = [open.unit_code, ...(lead ? [lead] : []), ...(open.round === 2 ? [] : led)];
  return [...new Set(sides)];
}
