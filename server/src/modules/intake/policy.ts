import type { Permission } from '@minsheng/contract/words/roles.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { hasRequester, isOpen, type Order, standsBefore } from '../orders/index.ts';

export const permitted = (actor: Actor, permission: Permission): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

/** Waiting, and not in somebody else's hands. */
export const mayAccept = (actor: Actor, order: Order, now: Date): Decision =>
  all(
    permitted(actor, 'intake.receive'),
    standsBefore(order, 'accept'),
    allowIf(
      order.claimed_by === null ||
        order.claimed_by === actor.accountId ||
        (order.claimed_until ?? now) <= now,
      'intake.taken',
      { name: '同事' },
    ),
  );

export const mayCheck = (actor: Actor, order: Order): Decision =>
  all(
    permitted(actor, 'intake.receive'),
    allowIf(order.to_check, 'orders.stale', { status: '已核对' }),
  );

/** T4: put through, and the other side has not fed back yet. */
export const mayFollowTransfer = (actor: Actor, order: Order): Decision =>
  all(permitted(actor, 'intake.receive'), standsBefore(order, 'end-transfer'));

/** The requester, or the centre for the requester. */
const speaksFor = (actor: Actor, order: Order): Decision =>
  allowIf(
    actor.has('intake.receive') || (actor.kind === 'citizen' && actor.orderId === order.id),
    'identity.not-permitted',
  );

export const maySupplement = (actor: Actor, order: Order): Decision =>
  all(speaksFor(actor, order), allowIf(isOpen(order.status), 'public.closed'));

export const mayUrge = (actor: Actor, order: Order): Decision =>
  all(maySupplement(actor, order), hasRequester(order));

export const mayCorrectNumber = (actor: Actor, order: Order): Decision =>
  all(
    permitted(actor, 'intake.receive'),
    allowIf(isOpen(order.status), 'orders.closed'),
    hasRequester(order),
  );

/** T26: before the reply; danger to others stays an order. */
export const mayWithdraw = (actor: Actor, order: Order): Decision =>
  all(
    speaksFor(actor, order),
    allowIf(standsBefore(order, 'withdraw').allowed, 'intake.not-withdrawable'),
    allowIf(order.urgency !== 'U1', 'intake.safety-stays'),
  );

export const mayChangeUrgency = (actor: Actor, order: Order): Decision =>
  all(
    allowIf(actor.has('intake.receive') || actor.has('dispatch.send'), 'identity.not-permitted'),
    allowIf(order.status === 'to-accept' || order.status === 'to-dispatch', 'orders.stale', {
      status: '已派单',
    }),
  );
