import { type MechanismStage, mechanismStageLabel } from '@minsheng/contract/words/mechanisms.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { isOpen, type Order } from '../orders/index.ts';

export const mayRead = (actor: Actor): boolean => actor.has('mechanisms.read');

/** 填写机制表单: each stage by whoever works there; the unit at work also mends what was taken down. */
export const mayFill = (
  actor: Actor,
  order: Order,
  { stage, label }: { stage: MechanismStage; label: string },
  isAtWork: boolean,
): Decision =>
  all(
    allowIf(isOpen(order.status), 'mechanisms.form-closed'),
    allowIf(works(actor, stage, isAtWork), 'mechanisms.not-your-field', {
      label,
      stage: mechanismStageLabel[stage],
    }),
  );

function works(actor: Actor, stage: MechanismStage, isAtWork: boolean): boolean {
  switch (stage) {
    case 'intake':
      return actor.has('intake.receive') || actor.has('dispatch.send') || isAtWork;
    case 'handling':
      return isAtWork;
    case 'call-back':
      return actor.has('call-back.do');
    default:
      return stage satisfies never;
  }
}

/** 提出异议: the unit that handled it writes down what the shop says, or somebody of the centre. */
export const mayObject = (actor: Actor): boolean =>
  actor.has('handling.work') || actor.has('mechanisms.read');

/** 复核异议: somebody else than whoever raised it. */
export const mayRule = (
  actor: Actor,
  { state, raised_by }: { state: string; raised_by: string | null },
): Decision =>
  all(
    allowIf(actor.has('mechanisms.rule'), 'identity.not-permitted'),
    allowIf(state === 'waiting', 'mechanisms.objection-ruled'),
    allowIf(raised_by !== actor.accountId, 'mechanisms.own-objection'),
  );
