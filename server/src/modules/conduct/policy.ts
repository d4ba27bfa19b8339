import type { ConductMeasure } from '@minsheng/contract/words/conduct.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Mark } from './marks.repo.ts';

/** 班长 up to a day; what lasts longer, and a clue to the police, is the director's. */
const needsDirector: readonly ConductMeasure[] = ['quiet-7d', 'quiet-30d', 'police-clue'];

export const isDirectors = (measure: ConductMeasure): boolean => needsDirector.includes(measure);

/** 分流: keeps calls of the number away from the general queue. */
export const isQuiet = (measure: ConductMeasure): boolean => measure.startsWith('quiet');

export const mayRead = (actor: Actor): Decision =>
  allowIf(
    actor.has('conduct.approve') || actor.has('conduct.approve-long'),
    'identity.not-permitted',
  );

/** Never automatic, and never by whoever asked. */
export const mayDecide = (actor: Actor, mark: Mark): Decision =>
  all(
    mayRead(actor),
    allowIf(mark.state === 'asked', 'conduct.decided'),
    allowIf(mark.asked_by !== actor.accountId, 'conduct.own'),
    allowIf(
      !isDirectors(mark.measure) || actor.has('conduct.approve-long'),
      'conduct.not-your-level',
    ),
  );

export const mayAskReview = (actor: Actor, mark: Mark): Decision =>
  all(
    allowIf(actor.has('intake.receive') || mayRead(actor).allowed, 'identity.not-permitted'),
    allowIf(mark.state === 'in-force', 'conduct.not-in-force'),
    allowIf(mark.review_asked_at === null || mark.reviewed_at !== null, 'conduct.in-review'),
  );

type Reviewed = Pick<Mark, 'state' | 'review_asked_at' | 'reviewed_at' | 'decided_by' | 'asked_by'>;

/** By another person than whoever asked for the measure or granted it. */
export const mayReview = (actor: Actor, mark: Reviewed): Decision =>
  all(
    mayRead(actor),
    allowIf(
      mark.state === 'in-force' && mark.review_asked_at !== null && mark.reviewed_at === null,
      'conduct.no-review',
    ),
    allowIf(
      mark.decided_by !== actor.accountId && mark.asked_by !== actor.accountId,
      'conduct.own-ruling',
    ),
  );
