import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Capabilities } from '../../ports/telephone/telephone.ts';
import type { Call } from './calls.repo.ts';

export const mayUse = (actor: Actor): Decision =>
  allowIf(actor.has('telephony.use'), 'identity.not-permitted');

/** The person who talks, or talked, with the caller: nobody else sees who rang. */
const isOnCall = (actor: Actor, call: Call): Decision =>
  allowIf(call.agent !== null && call.agent === actor.accountId, 'telephony.call-taken');

/** 安静队列 rings at the shift lead alone. */
export const hearsQuiet = (actor: Actor): boolean => actor.has('conduct.approve');

export const mayAnswer = (actor: Actor, call: Call): Decision =>
  all(
    mayUse(actor),
    allowIf(call.state !== 'answered', 'telephony.call-taken'),
    allowIf(call.state === 'ringing', 'telephony.call-over'),
    allowIf(call.queue === 'general' || hearsQuiet(actor), 'telephony.quiet-queue'),
  );

export const mayEnd = (actor: Actor, call: Call): Decision =>
  all(
    mayUse(actor),
    allowIf(['answered', 'ringing', 'dialling'].includes(call.state), 'telephony.call-over'),
    isOnCall(actor, call),
  );

/** 转接: whoever talks with the caller, as long as they talk. */
export const mayPutThrough = (actor: Actor, call: Call): Decision =>
  all(
    mayUse(actor),
    allowIf(call.state === 'answered', 'telephony.call-over'),
    isOnCall(actor, call),
  );

/** A driver that dials by itself knows what became of the call. */
export const maySayOutcome = (actor: Actor, call: Call, driver: Capabilities): Decision =>
  all(
    mayUse(actor),
    allowIf(call.state === 'dialling', 'telephony.call-over'),
    isOnCall(actor, call),
    allowIf(!driver.dials, 'telephony.driver-says'),
  );

export const mayOpenCard = (actor: Actor, call: Call): Decision =>
  all(mayUse(actor), isOnCall(actor, call));
