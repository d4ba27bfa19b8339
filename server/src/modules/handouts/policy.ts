import type { Actor } from '../../platform/actor.ts';
import { allowIf, type Decision } from '../../platform/refusal.ts';

/** 发给来电人: whoever speaks with callers. */
export const maySend = (actor: Actor): Decision =>
  allowIf(actor.has('intake.receive'), 'identity.not-permitted');
