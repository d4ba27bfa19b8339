import {
  type AssignmentState,
  assignmentStateLabel,
  isStanding,
} from '@minsheng/contract/words/assignment.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { type Order, standsBefore } from '../orders/index.ts';
import type { Assignment } from './assignment.ts';
import { type AssignmentStep, assignmentSteps, workingStates } from './steps.ts';

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

/** 改派: who leads a disputed order is decided by the ruling. */
export const mayReassign = (actor: Actor, order: Order): Decision =>
  all(mayChangeUnits(actor, order), allowIf(order.status !== 'in-dispute', 'disputes.open'));

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
        assignments.every(({ state }) => state === 'sent' || !isStanding(state)),
      'dispatch.undo-late',
    ),
  );

type Held = Pick<Assignment, 'order_id' | 'unit_code' | 'unit_path' | 'readers'>;

/** The duty lies with the person's unit or a unit below it; a link opens its one duty only. */
export function holds(actor: Actor, duty: Held): boolean {
  if (!isEntrusted(actor, duty)) return false;
  if (actor.kind === 'link')
    return actor.orderId === duty.order_id && actor.unitCode === duty.unit_code;
  return reaches(actor, duty.unit_path);
}

/** 本单位及下级. */
function reaches({ scope, unitPath }: Actor, path: string): boolean {
  if (scope !== 'unit' && scope !== 'county') return false;
  return unitPath !== null && `${path}/`.startsWith(`${unitPath}/`);
}

/** 专人专办: of such a duty only whoever was named. */
const isEntrusted = ({ accountId }: Actor, { readers }: Held): boolean =>
  readers === null || (accountId !== null && readers.includes(accountId));

/** Who carries orders of secrecy 3 through in person, at the centre. */
const sendsSecrets = (actor: Actor): boolean =>
  actor.scope === 'all' && actor.has('dispatch.send') && actor.has('orders.read-secret');

/** 指定专人 is for whoever sent the order, the leader of the unit or of one above it, and whoever passed the duty down. */
export const namesReaders = (actor: Actor, duty: Assignment, parent: Assignment | null): boolean =>
  sendsSecrets(actor) ||
  (actor.has('handling.sign-off') && reaches(actor, duty.unit_path)) ||
  (actor.has('dispatch.delegate') && parent !== null && holds(actor, parent));

export const mayNameReaders = (order: Order, duty: Assignment): Decision =>
  all(
    allowIf(order.secrecy === 3, 'dispatch.not-for-readers'),
    allowIf(order.status !== 'archived', 'orders.closed'),
    allowIf(isStanding(duty.state), 'orders.stale', { status: assignmentStateLabel[duty.state] }),
  );

/** 可指定的人 of one's own unit and below; whoever sends secrets, of any. */
export const seesPeopleOf = (actor: Actor, unitPath: string): Decision =>
  allowIf(sendsSecrets(actor) || reaches(actor, unitPath), 'handling.not-yours');

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

/** The duty stands where one of these steps begins; otherwise somebody else acted first. */
export function dutyStandsBefore(duty: Assignment, ...steps: readonly AssignmentStep[]): Decision {
  const isThere = steps.some((step) =>
    (assignmentSteps[step].from as readonly AssignmentState[]).includes(duty.state),
  );
  return allowIf(isThere, 'orders.stale', { status: assignmentStateLabel[duty.state] });
}
