import type { HeldReason } from '@minsheng/contract/words/auto-dispatch.ts';
import type { AppealType, SecrecyLevel, Urgency } from '@minsheng/contract/words/order.ts';
import { isUrgent } from '@minsheng/contract/words/order.ts';
import { isMatterOfMinors, speaksOfClue, speaksOfMinors } from './minors.ts';

/** What is asked of one order, whatever the machine proposes. */
export interface OrderFacts {
  readonly type: AppealType;
  readonly matterType: AppealType;
  readonly matterNames: readonly string[];
  readonly secrecy: SecrecyLevel;
  readonly urgency: Urgency;
  readonly wasLowered: boolean;
  /** Everything the requester said: title, content, demand, fields. */
  readonly words: string;
  readonly tags: readonly string[];
  readonly triggers: readonly string[];
  readonly isRepeat: boolean;
  /** Units that lead other orders of the same thing. */
  readonly leadsOfIssue: readonly string[];
  readonly isPlaced: boolean;
  readonly isClaimed: boolean;
}

// 走失、受侵害、锁困车内: dangers that mean a child, or may.
const triggersOfMinors = ['child-harm', 'child-in-car', 'lost-person', 'exam-noise', 'exam-any'];

/** 不放行的工单 (domain 2.5 D6): reports, secrets, minors, lowered urgency; and what has a path of its own or is in dispute. */
export function heldByOrder(order: OrderFacts, lead: string | null): HeldReason[] {
  const reasons: readonly (readonly [HeldReason, boolean])[] = [
    ['report', order.type === 'JB' || order.matterType === 'JB' || speaksOfClue(order.words)],
    ['secret', order.secrecy >= 1],
    ['minor', concernsMinors(order)],
    ['lowered', order.wasLowered],
    ['urgent', isUrgent(order.urgency)],
    ['repeat', order.isRepeat || order.leadsOfIssue.some((other) => other !== lead)],
    ['no-place', !order.isPlaced],
    ['claimed', order.isClaimed],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

const concernsMinors = ({ tags, triggers, words, matterNames }: OrderFacts): boolean =>
  tags.includes('minor') ||
  triggers.some((code) => triggersOfMinors.includes(code)) ||
  isMatterOfMinors(matterNames) ||
  speaksOfMinors(words);
