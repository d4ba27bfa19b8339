import type { ReviewStep } from '@minsheng/contract/words/media.ts';
import { reviewStepLabel, reviewSteps } from '@minsheng/contract/words/media.ts';
import type { Permission } from '@minsheng/contract/words/roles.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';

const may = (actor: Actor, permission: Permission): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

/** 线索、写稿. */
export const mayWork = (actor: Actor): Decision => may(actor, 'media.work');

/** 接听日. */
export const mayPlan = (actor: Actor): Decision => may(actor, 'media.days');

export const mayWithdraw = (actor: Actor): Decision =>
  allowIf(actor.has('media.vet') || actor.has('media.release'), 'identity.not-permitted');

const stepPermission = {
  edit: 'media.edit',
  vet: 'media.vet',
  release: 'media.release',
} as const satisfies Record<ReviewStep, Permission>;

interface Signed {
  readonly step: ReviewStep;
  readonly agreed: boolean;
  readonly by_id: string;
}

interface Reviewed {
  readonly writtenBy: string | null;
  /** Of this very wording. */
  readonly signs: readonly Signed[];
}

/** 下一审; null: all have signed, or it was sent back. */
export function nextStep(signs: readonly Signed[]): ReviewStep | null {
  if (signs.some(({ agreed }) => !agreed)) return null;
  const done = new Set(signs.map(({ step }) => step));
  return reviewSteps.find((step) => !done.has(step)) ?? null;
}

/** 三审三人: in order, and none of them wrote the words. */
export function maySign(actor: Actor, { writtenBy, signs }: Reviewed, step: ReviewStep): Decision {
  const next = nextStep(signs);
  const hands = [writtenBy, ...signs.map(({ by_id }) => by_id)];
  return all(
    may(actor, stepPermission[step]),
    allowIf(next !== null, 'media.settled'),
    allowIf(next === step, 'media.not-next', { step: next === null ? '' : reviewStepLabel[next] }),
    allowIf(actor.accountId !== null && !hands.includes(actor.accountId), 'media.same-person'),
  );
}
