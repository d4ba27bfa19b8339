import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Signal } from './signals.repo.ts';

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

/** 登记外部信息. */
export const mayEnter = (actor: Actor): Decision => may(actor, 'foresight.work');

/** 确认或不启用: whoever may open an emergency mode. */
export const mayDecide = (actor: Actor, { state }: Pick<Signal, 'state'>): Decision =>
  all(may(actor, 'emergency.lead'), allowIf(state === 'proposed', 'foresight.nothing-to-decide'));

/** 启用, while the warning is in force or still to come. */
export const mayConfirm = (
  actor: Actor,
  signal: Pick<Signal, 'state' | 'until_at'>,
  now: Date,
): Decision =>
  all(mayDecide(actor, signal), allowIf(signal.until_at > now, 'foresight.signal-over'));
