import { type Ability, abilities } from '@minsheng/contract/orders.ts';
import type { Context } from '../../platform/context.ts';
import { all, allowed, allowIf, type Decision } from '../../platform/refusal.ts';
import * as callBack from '../call-back/index.ts';
import {
  type Assignment,
  mayChangeUnits,
  mayReassign,
  maySend,
  mayUndo,
  permitted,
} from '../dispatch/index.ts';
import { mayGiveInfo, mayReview } from '../handling/index.ts';
import * as intake from '../intake/index.ts';
import type { Order } from '../orders/index.ts';
import { mayNote, mayReadPeople } from './order-policy.ts';

interface Facts {
  duties: readonly Assignment[];
  ordersInIssue: number;
}

/** 可办事项: the same sentences the server demands, asked once for this person and this order; they drive the buttons. */
export function orderAbilities(ctx: Context, order: Order, facts: Facts): Ability[] {
  const decisions = {
    ...forIntake(ctx, order),
    ...forDispatch(ctx, order, facts),
    'give-info': mayGiveInfo(ctx.actor, order),
    approve: mayReview(ctx.actor, order),
    reject: mayReview(ctx.actor, order),
    attempt: callBack.mayAttempt(ctx.actor, order),
    close: callBack.mayClose(ctx.actor, order),
    redo: callBack.mayRedo(ctx.actor, order),
    ...forReaders(ctx, order, facts),
  } satisfies Record<Ability, Decision>;
  return abilities.filter((name) => decisions[name].allowed);
}

function forIntake({ actor, now }: Context, order: Order) {
  const change = intake.mayChangeUrgency(actor, order);
  const isFree = allowIf(!isClaimed(order, now), 'intake.taken', { name: '' });
  return {
    accept: intake.mayAccept(actor, order, now),
    take: all(intake.mayAccept(actor, order, now), isFree),
    check: intake.mayCheck(actor, order),
    'follow-transfer': intake.mayFollowTransfer(actor, order),
    supplement: intake.maySupplement(actor, order),
    urge: intake.mayUrge(actor, order),
    'correct-number': intake.mayCorrectNumber(actor, order),
    withdraw: intake.mayWithdraw(actor, order),
    'raise-urgency': all(change, isNot(order, 'U1')),
    'lower-urgency': all(change, permitted(actor, 'intake.lower-urgency'), isNot(order, 'U4')),
  };
}

const isClaimed = (order: Order, now: Date): boolean =>
  order.claimed_by !== null && order.claimed_until !== null && order.claimed_until > now;

const isNot = (order: Order, urgency: Order['urgency']): Decision =>
  allowIf(order.urgency !== urgency, 'orders.stale', { status: urgency });

function forDispatch({ actor, now }: Context, order: Order, { duties }: Facts) {
  const change = mayChangeUnits(actor, order);
  const send = maySend(actor, order, now);
  return {
    claim: all(send, allowIf(!isClaimed(order, now), 'dispatch.claimed', { name: '' })),
    send,
    undo: mayUndo(actor, order, duties, now),
    add: change,
    reassign: mayReassign(actor, order),
    recall: change,
  };
}

function forReaders({ actor }: Context, order: Order, { duties, ordersInIssue }: Facts) {
  const link = permitted(actor, 'issues.link');
  return {
    'read-people': mayReadPeople(actor, duties),
    'link-issue': link,
    'unlink-issue': all(link, allowIf(ordersInIssue > 1, 'issues.not-linked')),
    note: mayNote(actor, order),
    print: allowed,
    export: all(
      permitted(actor, 'orders.export'),
      allowIf(order.secrecy === 0, 'orders.export-secret'),
    ),
  };
}
