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
    allowIf(release.state !== 'withdrawn', 'release.withdrawn'),
    allowIf(release.state === 'checking', 'release.not-to-check'),
  );

interface WithCheckers extends Pick<ReleaseRow, 'asked_by' | 'state' | 'expires_at'> {
  /** Who has been through at least one of its texts. */
  readonly checkers: readonly string[];
}

const tookPart = (actor: Actor, { asked_by, checkers }: Omit<WithCheckers, 'state'>): boolean =>
  [asked_by, ...checkers].some((id) => id === actor.accountId);

/** 下载: whoever asked, whoever checked, and who supervises; nobody else fetches another's file. */
export const mayTake = (actor: Actor, release: WithCheckers, now: Date): Decision =>
  all(
    allowIf(actor.has('release.supervise') || tookPart(actor, release), 'release.not-yours'),
    allowIf(release.state !== 'withdrawn', 'release.withdrawn'),
    allowIf(release.state === 'ready', 'release.not-ready'),
    allowIf(release.expires_at !== null && now < release.expires_at, 'release.expired'),
  );

/** 撤回: whoever asked, and who supervises, whether it was taken already or not. */
export const mayWithdraw = (actor: Actor, release: Asked): Decision =>
  all(
    allowIf(
      actor.has('release.supervise') || actor.accountId === release.asked_by,
      'release.not-yours',
    ),
    allowIf(release.state !== 'withdrawn', 'release.withdrawn'),
  );
