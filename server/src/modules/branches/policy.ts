import type { Actor } from '../../platform/actor.ts';
import { allowIf, type Decision } from '../../platform/refusal.ts';
import type { Unit } from '../organisation/index.ts';

/** The county's own people, those of its office and of no bureau or township below it. */
export const keeps = (actor: Actor, county: Unit): boolean =>
  actor.has('branches.keep') && actor.unitCode === county.code;

export const mayKeep = (actor: Actor, county: Unit): Decision =>
  allowIf(keeps(actor, county), 'branches.not-a-county');

/** The centre looks at all of them. */
export const mayLook = (actor: Actor, county: Unit): Decision =>
  allowIf(keeps(actor, county) || actor.has('dispatch.govern'), 'branches.not-a-county');
