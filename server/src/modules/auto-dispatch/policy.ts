import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';

/** 停用 is for whoever runs the shift, and at any time; everything that lets more through is the director's. */
export const mayChange = (actor: Actor, { letsMore }: { letsMore: boolean }): Decision =>
  all(
    allowIf(actor.has('auto-dispatch.stop'), 'identity.not-permitted'),
    allowIf(!letsMore || actor.has('auto-dispatch.start'), 'auto-dispatch.start-not-yours'),
  );
