import type { Actor } from '../../platform/actor.ts';
import { allowIf, type Decision } from '../../platform/refusal.ts';

/** 线索移交: whoever hears it at the centre. */
export const mayReportClue = (actor: Actor): Decision =>
  allowIf(actor.has('intake.receive') || actor.has('dispatch.send'), 'identity.not-permitted');

/** 联合调解: whoever dispatches, and with it gives what follows. */
export const mayMediate = (actor: Actor): Decision =>
  allowIf(actor.has('dispatch.send'), 'identity.not-permitted');
