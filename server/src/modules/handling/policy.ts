import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { type Assignment, dutyStandsBefore, isHeldBy, permitted } from '../dispatch/index.ts';
import { hasRequester, type Order, standsBefore } from '../orders/index.ts';

const mayWork = (actor: Actor, duty: Assignment): Decision =>
  all(permitted(actor, 'handling.work'), isHeldBy(actor, duty));

/** A duty of an order that runs; while the order waits for information the work may go on. */
const isRunning = (order: Order): Decision => standsBefore(order, 'recall');

export const maySign = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(mayWork(actor, duty), isRunning(order), dutyStandsBefore(duty, 'sign'));

/** 首接: whoever asks to return an order goes on speaking with the citizen until it is ruled (domain 2.6.4). */
export const mayContact = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(mayWork(actor, duty), isRunning(order), dutyStandsBefore(duty, 'submit', 'withdraw-return'));

export const mayMarkFixed = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(mayWork(actor, duty), isRunning(order), dutyStandsBefore(duty, 'submit'));

/** 到场: whoever hurries to the scene may say so before anybody signed at the desk. */
export const mayArrive = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(mayWork(actor, duty), isRunning(order), dutyStandsBefore(duty, 'sign', 'submit'));

/** A link opens to whoever holds the telephone: not what is entrusted to named persons (domain 2.11). */
export const maySendLink = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(mayArrive(actor, order, duty), allowIf(duty.readers === null, 'handling.link-secret'));

/** 阶段报告: the lead's, also while the clocks stand still; a parked order has the reviews of its ledger. */
export const mayWriteStageReport = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    mayWork(actor, duty),
    isRunning(order),
    dutyStandsBefore(duty, 'park', 'take-back', 'withdraw-return'),
    allowIf(duty.stage_report_due_at !== null, 'handling.no-stage-report'),
  );

export const mayAskInfo = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    mayWork(actor, duty),
    standsBefore(order, 'ask-info'),
    dutyStandsBefore(duty, 'submit'),
    hasRequester(order),
    allowIf(order.info_asked < 2, 'handling.info-twice'),
  );

/** Somebody of the centre who speaks with the requester. */
export const mayGiveInfo = (actor: Actor, order: Order): Decision =>
  all(
    allowIf(actor.has('intake.receive') || actor.has('dispatch.send'), 'identity.not-permitted'),
    standsBefore(order, 'give-info'),
  );

export const maySubmit = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(mayWork(actor, duty), standsBefore(order, 'submit-reply'), dutyStandsBefore(duty, 'submit'));

export const maySignOff = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    permitted(actor, 'handling.sign-off'),
    isHeldBy(actor, duty),
    standsBefore(order, 'submit-reply'),
    dutyStandsBefore(duty, 'sign-off'),
  );

export const mayReview = (actor: Actor, order: Order): Decision =>
  all(permitted(actor, 'review.decide'), standsBefore(order, 'approve-reply'));
