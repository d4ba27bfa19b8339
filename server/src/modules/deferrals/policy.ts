import type { DeferralKind } from '@minsheng/contract/words/deferrals.ts';
import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { type Assignment, dutyStandsBefore, isHeldBy, permitted } from '../dispatch/index.ts';
import { type Order, standsBefore } from '../orders/index.ts';
import type { Deferral } from './requests.repo.ts';
import { deciderName } from './text.ts';

/** The lead of an order that runs, while nothing else of it is open. */
const leads = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    isHeldBy(actor, duty),
    standsBefore(order, 'suspend'),
    allowIf(duty.role === 'lead', 'deferrals.lead-only'),
  );

/** T15. */
export const mayAskExtension = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    permitted(actor, 'handling.work'),
    leads(actor, order, duty),
    dutyStandsBefore(duty, 'draft-return', 'take-back'),
  );

export const mayAskSuspension = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    permitted(actor, 'handling.work'),
    leads(actor, order, duty),
    dutyStandsBefore(duty, 'draft-return', 'take-back'),
    allowIf(!isUrgent(order.urgency), 'deferrals.urgent'),
  );

/** T21: the unit's leader in person. */
export const mayAskParking = (actor: Actor, order: Order, duty: Assignment): Decision =>
  all(
    permitted(actor, 'handling.sign-off'),
    leads(actor, order, duty),
    dutyStandsBefore(duty, 'park'),
    allowIf(!isUrgent(order.urgency), 'deferrals.urgent'),
  );

export const mayWithdraw = (actor: Actor, duty: Assignment): Decision =>
  all(permitted(actor, 'handling.work'), isHeldBy(actor, duty));

/** Who decides: the ledger the director, more time whoever the city's table names. */
export const mayDecide = (
  actor: Actor,
  order: Order,
  open: Pick<Deferral, 'kind' | 'decided_as'> | undefined,
): Decision =>
  all(
    standsBefore(order, 'suspend'),
    allowIf(open !== undefined, 'deferrals.none-open'),
    allowIf(
      actor.has(open && needsDirector(open) ? 'deferrals.park' : 'deferrals.decide'),
      'deferrals.not-your-decision',
      { who: open && needsDirector(open) ? deciderName.director : deciderName.centre },
    ),
  );

export const needsDirector = ({
  kind,
  decided_as,
}: {
  kind: DeferralKind;
  decided_as: string | null;
}): boolean => kind === 'parking' || decided_as === 'director';

/** What was waited for is there: the unit that leads says so, or the centre. */
export const mayResume = (actor: Actor, order: Order, lead: Assignment | undefined): Decision =>
  all(
    allowIf(
      actor.has('deferrals.decide') ||
        (actor.has('handling.work') && lead !== undefined && isHeldBy(actor, lead).allowed),
      'identity.not-permitted',
    ),
    standsBefore(order, 'resume'),
  );

/** 挂账复核, by the unit that has to bring it on. */
export const mayReviewLedger = (
  actor: Actor,
  order: Order,
  lead: Assignment | undefined,
): Decision =>
  all(
    allowIf(
      actor.has('handling.work') && lead !== undefined && isHeldBy(actor, lead).allowed,
      'identity.not-permitted',
    ),
    allowIf(order.status === 'parked', 'deferrals.not-parked'),
  );
