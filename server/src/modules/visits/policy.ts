import { visitStateLabel } from '@minsheng/contract/words/visits.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Visit } from './visits.repo.ts';

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

const stands = ({ state }: Pick<Visit, 'state'>, ...wanted: readonly Visit['state'][]): Decision =>
  allowIf(wanted.includes(state), 'visits.stale', { state: visitStateLabel[state] });

export const mayAsk = (actor: Actor): Decision => may(actor, 'visits.ask');

type Sent = Pick<Visit, 'state' | 'visitor_id' | 'visitor_unit'>;

/** 核查人: the person named, or anybody of the unit where nobody is. */
export const isVisitor = (actor: Actor, visit: Sent): Decision =>
  all(
    may(actor, 'visits.do'),
    allowIf(
      visit.visitor_id === null
        ? visit.visitor_unit === actor.unitCode
        : visit.visitor_id === actor.accountId,
      'visits.not-yours',
    ),
  );

export const mayGo = (actor: Actor, visit: Sent): Decision =>
  all(isVisitor(actor, visit), stands(visit, 'asked', 'under-way'));

export const mayCancel = (actor: Actor, visit: Pick<Visit, 'state'>): Decision =>
  all(may(actor, 'visits.ask'), stands(visit, 'asked', 'under-way'));

/** 登记虚假办结 from what was found, once. */
export const mayReport = (
  actor: Actor,
  visit: Pick<Visit, 'state' | 'answer_is_false' | 'reported_at'>,
): Decision =>
  all(
    may(actor, 'call-back.judge'),
    stands(visit, 'done'),
    allowIf(visit.answer_is_false, 'visits.nothing-false'),
    allowIf(visit.reported_at === null, 'visits.reported'),
  );
