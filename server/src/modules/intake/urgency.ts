import { type Urgency, urgencies } from '@minsheng/contract/words/order.ts';
import { heardIn } from './hear-trigger.ts';

/** 紧急触发词: any of `words`, one of every group of `needs` near it, and nothing of `unless`. */
export interface UrgencyTrigger {
  readonly code: string;
  readonly words: readonly string[];
  readonly needs: readonly (readonly string[])[];
  readonly unless: readonly string[];
  readonly time: 'any' | 'night' | 'day' | 'exam';
  readonly raisesTo: Urgency;
}

export interface UrgencyFacts {
  /** What the person said: title, content and demand in one text. */
  readonly text: string;
  /** The matter's own urgency; U3 while no matter is chosen. */
  readonly matterUrgency: Urgency;
  readonly isNight: boolean;
  readonly isExamDay: boolean;
  readonly triggers: readonly UrgencyTrigger[];
}

export interface ComputedUrgency {
  readonly urgency: Urgency;
  /** Empty when the matter alone is as urgent. */
  readonly raisedBy: readonly { readonly trigger: string; readonly words: readonly string[] }[];
}

/** 紧急程度: the matter's own, raised by what the words and the hour tell; never lowered here. */
export function urgencyOf(facts: UrgencyFacts): ComputedUrgency {
  const raising = facts.triggers
    .filter(
      (trigger) => isMoreUrgent(trigger.raisesTo, facts.matterUrgency) && isTimeOf(trigger, facts),
    )
    .flatMap((trigger) => {
      const words = heardIn(facts.text, trigger);
      return words ? [{ trigger, words }] : [];
    });
  return {
    urgency: raising.reduce<Urgency>(
      (most, { trigger }) => (isMoreUrgent(trigger.raisesTo, most) ? trigger.raisesTo : most),
      facts.matterUrgency,
    ),
    raisedBy: raising.map(({ trigger, words }) => ({ trigger: trigger.code, words })),
  };
}

export function isMoreUrgent(one: Urgency, other: Urgency): boolean {
  return urgencies.indexOf(one) < urgencies.indexOf(other);
}

function isTimeOf({ time }: UrgencyTrigger, { isNight, isExamDay }: UrgencyFacts): boolean {
  switch (time) {
    case 'any':
      return true;
    case 'night':
      return isNight;
    case 'day':
      return !isNight;
    case 'exam':
      return isExamDay;
    default:
      return time satisfies never;
  }
}
