import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { type Order, standsBefore } from '../orders/index.ts';
import type { Assignment } from './assignment.ts';
import { workingStates } from './steps.ts';

const undoSeconds = 60;

export const permitted = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

/** 认领: a claim of somebody else that has not run out keeps others away. */
export const isFree = (actor: Actor, order: Order, now: Date): Decision =>
  allowIf(
    order.claimed_by === null ||
      order.claimed_by === actor.accountId ||
      order.claimed_until === null ||
      order.claimed_until <= now,
    'dispatch.claimed',
    { name: '同事' },
  );

export const maySend = (actor: Actor, order: Order, now: Date): Decision =>
  all(
    permitted(actor, 'dispatch.send'),
    standsBefore(order, 'dispatch'),
    isFree(actor, order, now),
  );

export const mayChangeUnits = (actor: Actor, order: Order): Decision =>
  all(permitted(actor, 'dispatch.send'), standsBefore(order, 'recall'));

export const undoUntil = (order: Order): Date =>
  new Date((order.dispatched_at?.getTime() ?? 0) + undoSeconds * 1000);

export const mayUndo = (
  actor: Actor,
  order: Order,
  assignments: readonly Assignment[],
  now: Date,
): Decision =>
  all(
    permitted(actor, 'dispatch.send'),
    standsBefore(order, 'undo-dispatch'),
    allowIf(
      order.round === 0 &&
        now <= undoUntil(order) &&
        assignments.every(({ state }) => state === 'sent' || state === 'revoked'),
      'dispatch.undo-late',
    ),
  );

/** The duty lies with the person's unit or a unit below it; a link opens its one duty only. */
export function holds(
  actor: Actor,
  duty: Pick<Assignment, 'order_id' | 'unit_code' | 'unit_path'>,
): boolean {
  if (actor.kind === 'link')
    return actor.orderId === duty.order_id && actor.unitCode === duty.unit_code;
  const path = actor.unitPath;
  if (actor.scope !== 'unit' && actor.scope !== 'county') return false;
  return path !== null && (duty.unit_path === path || duty.unit_path.startsWith(`${path}/`));
}

export const isHeldBy = (actor: Actor, duty: Assignment): Decision =>
  allowIf(holds(actor, duty), 'handling.not-yours');

export const mayDelegate = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    permitted(actor, 'dispatch.delegate'),
    isHeldBy(actor, duty),
    standsBefore(order, 'ask-info'),
    allowIf(
      duty.role !== 'copy' && ['sent', 'signed', 'contacted'].includes(duty.state),
      'orders.stale',
      { status: '已处理' },
    ),
  );

/** Only the unit that delegated, or one above it, takes a delegated duty back. */
export const mayRecallChild = (
  actor: Actor,
  order: Order,
  parent: Assignment,
  child: Assignment,
): Decision =>
  all(
    permitted(actor, 'dispatch.delegate'),
    isHeldBy(actor, parent),
    standsBefore(order, 'recall'),
    allowIf((workingStates as readonly string[]).includes(child.state), 'orders.stale', {
      status: '已提交',
    }),
  );
