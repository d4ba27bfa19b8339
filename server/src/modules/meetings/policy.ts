import { meetingStateLabel } from '@minsheng/contract/words/meetings.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, any, type Decision, forbidden } from '../../platform/refusal.ts';
import type { Invited, Meeting } from './meeting.ts';

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

const stands = ({ state }: Pick<Meeting, 'state'>, wanted: Meeting['state']): Decision =>
  allowIf(state === wanted, 'meetings.stale', { state: meetingStateLabel[state] });

export const mayPlan = (actor: Actor): Decision => may(actor, 'meetings.plan');

export const mayMove = (actor: Actor, meeting: Pick<Meeting, 'state'>): Decision =>
  all(may(actor, 'meetings.plan'), stands(meeting, 'planned'));

export const mayHold = mayMove;
export const mayCancel = mayMove;

/** 已开始: before that nobody can have come. */
export const hasBegun = ({ starts_at }: Pick<Meeting, 'starts_at'>, now: Date): boolean =>
  now >= starts_at;

export const maySayWho = (
  actor: Actor,
  meeting: Pick<Meeting, 'state'>,
  own: Invited | null,
): Decision =>
  all(
    may(actor, 'meetings.attend'),
    own === null ? forbidden('meetings.not-invited') : stands(meeting, 'planned'),
  );

export const mayWrite = (actor: Actor, meeting: Pick<Meeting, 'state'>): Decision =>
  all(may(actor, 'meetings.plan'), stands(meeting, 'held'));

type Written = Pick<Meeting, 'state' | 'record' | 'written_by'>;

/** 双人把关: a second person. */
export const maySign = (actor: Actor, meeting: Written): Decision =>
  all(
    may(actor, 'meetings.sign'),
    stands(meeting, 'held'),
    allowIf(meeting.record !== null, 'meetings.no-minutes'),
    allowIf(
      meeting.written_by !== actor.accountId || actor.kind === 'system',
      'meetings.own-minutes',
    ),
  );

/** Units read the minutes once they are signed. */
export const readsMinutes = (actor: Actor, meeting: Pick<Meeting, 'state'>): Decision =>
  any(may(actor, 'meetings.plan'), stands(meeting, 'minuted'));
