import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Hold } from './holds.repo.ts';
import type { DestructionList } from './lists.repo.ts';

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

export const mayHold = (actor: Actor): Decision => may(actor, 'retention.hold');

/** 解除冻结: by another person than the one who set it. */
export const mayLift = (actor: Actor, hold: Pick<Hold, 'lifted_at' | 'set_by'>): Decision =>
  all(
    mayHold(actor),
    allowIf(hold.lifted_at === null, 'retention.lifted'),
    allowIf(hold.set_by !== actor.accountId, 'retention.own-hold'),
  );

/** 档案签署. */
export const maySign = (actor: Actor, list: Pick<DestructionList, 'state'>): Decision =>
  all(may(actor, 'retention.sign'), allowIf(list.state === 'proposed', 'retention.list-moved-on'));

/** 安全签署: by another account than the first. */
export const maySecure = (
  actor: Actor,
  list: Pick<DestructionList, 'state' | 'signed_by'>,
): Decision =>
  all(
    may(actor, 'retention.secure'),
    allowIf(list.state === 'signed', 'retention.list-moved-on'),
    allowIf(list.signed_by !== actor.accountId, 'retention.own-signature'),
  );

/** 不予销毁: until the second signature, by either. */
export const mayRefuse = (actor: Actor, list: Pick<DestructionList, 'state'>): Decision =>
  all(
    allowIf(actor.has('retention.sign') || actor.has('retention.secure'), 'identity.not-permitted'),
    allowIf(list.state === 'proposed' || list.state === 'signed', 'retention.list-moved-on'),
  );
