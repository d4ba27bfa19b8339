import type { Actor } from '../../platform/actor.ts';
import { allowIf, type Decision } from '../../platform/refusal.ts';

/** 法规维护. */
export const mayWork = (actor: Actor): Decision =>
  allowIf(actor.has('regulations.work'), 'identity.not-permitted');
