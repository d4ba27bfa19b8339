import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';

export const mayProposeDay = (actor: Actor): Decision =>
  allowIf(actor.has('city.edit'), 'identity.not-permitted');

/** 双人核对 (domain 2.4.2): whoever proposed it does not confirm it. */
export const mayDecideDay = (actor: Actor, correction: { proposedBy: string }): Decision =>
  all(
    allowIf(actor.has('dispatch.govern'), 'identity.not-permitted'),
    allowIf(correction.proposedBy !== actor.accountId, 'calendar.second-person'),
  );
