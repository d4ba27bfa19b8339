import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { ReleaseRow } from './releases.repo.ts';

type Asked = Pick<ReleaseRow, 'asked_by' | 'state'>;

export const mayAsk = (actor: Actor): Decision =>
  allowIf(actor.has('release.ask'), 'identity.not-permitted');

/** 四眼: whoever asked does not check. */
export const mayCheck = (actor: Actor, release: Asked): Decision =>
  all(
    allowIf(actor.has('release.check'), 'identity.not-permitted'),
    allowIf(actor.accountId !== release.asked_by, 'release.own'),
    allowIf(release.state === 'checking', 'release.not-to-check'),
  );

export const mayTake = (
  actor: Actor,
  release: Pick<ReleaseRow, 'state' | 'expires_at'>,
  now: Date,
): Decision =>
  all(
    allowIf(actor.has('release.ask'), 'identity.not-permitted'),
    allowIf(release.state === 'ready', 'release.not-ready'),
    allowIf(release.expires_at !== null && now < release.expires_at, 'release.expired'),
  );
