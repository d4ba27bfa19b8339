import {
  type ShareState,
  shareDirectionLabel,
  shareStateLabel,
} from '@minsheng/contract/words/sharing.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Share } from './shares.repo.ts';

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

const stands = (share: Share, now: Date, ...wanted: readonly ShareState[]): Decision => {
  const state = stateOf(share, now);
  return allowIf(wanted.includes(state), 'data-sharing.decided', { state: shareStateLabel[state] });
};

export const mayAsk = (actor: Actor): Decision => may(actor, 'sharing.ask');

/** 双人: whoever asked on our side does not approve. */
export const mayApprove = (actor: Actor, share: Share, now: Date): Decision =>
  all(
    may(actor, 'sharing.approve'),
    stands(share, now, 'our-turn'),
    allowIf(
      share.asked_by === null || share.asked_by !== actor.accountId,
      'data-sharing.own-asking',
    ),
  );

export const mayRefuse = (actor: Actor, share: Share, now: Date): Decision =>
  all(may(actor, 'sharing.approve'), stands(share, now, 'our-turn'));

export const mayRevoke = (actor: Actor, share: Share, now: Date): Decision =>
  all(may(actor, 'sharing.approve'), stands(share, now, 'active', 'their-turn'));

export const mayFetch = (actor: Actor, share: Share, now: Date): Decision =>
  all(may(actor, 'sharing.ask'), givenToUs(share), stands(share, now, 'active'));

const givenToUs = ({ direction }: Share): Decision =>
  allowIf(direction === 'in', 'data-sharing.decided', { state: shareDirectionLabel[direction] });

/** 订阅状态: holds once both approved, until its end or until somebody ended it. */
export function stateOf(
  {
    ended_as,
    until_at,
    ours_at,
    theirs_at,
  }: Pick<Share, 'ended_as' | 'until_at' | 'ours_at' | 'theirs_at'>,
  now: Date,
): ShareState {
  if (ended_as !== null) return ended_as;
  if (until_at <= now) return 'expired';
  if (ours_at === null) return 'our-turn';
  return theirs_at === null ? 'their-turn' : 'active';
}
