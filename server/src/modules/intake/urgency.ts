import { isMoreUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
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

export interface UrgencyFacts<T extends UrgencyTrigger> {
  /** What the person said: title, content and demand in one text. */
  readonly text: string;
  /** The matter's own urgency; U3 while no matter is chosen. */
  readonly matterUrgency: Urgency;
  readonly isNight: boolean;
  readonly isExamDay: boolean;
  readonly triggers: readonly T[];
}

export interface Heard<T extends UrgencyTrigger> {
  readonly trigger: T;
  /** The words by which it was heard. */
  readonly words: readonly string[];
}

export interface ComputedUrgency<T extends UrgencyTrigger> {
  readonly urgency: Urgency;
  /** In the order of the city's data. */
  readonly heard: readonly Heard<T>[];
  /** Empty when the matter alone is as urgent. */
  readonly raisedBy: readonly Heard<T>[];
}

/** 紧急程度: the matter's own, raised by what the words and the hour tell; never lowered here. */
export function urgencyOf<T extends UrgencyTrigger>(facts: UrgencyFacts<T>): ComputedUrgency<T> {
  const heard = facts.triggers
    .filter((trigger) => isTimeOf(trigger, facts))
    .flatMap((trigger) => {
      const words = heardIn(facts.text, trigger);
      return words ? [{ trigger, words }] : [];
    });
  const raisedBy = heard.filter(({ trigger }) =>
    isMoreUrgent(trigger.raisesTo, facts.matterUrgency),
  );
  return {
    urgency: raisedBy.reduce<Urgency>(
      (most, { trigger }) => (isMoreUrgent(trigger.raisesTo, most) ? trigger.raisesTo : most),
      facts.matterUrgency,
    ),
    heard,
    raisedBy,
  };
}

function isTimeOf<T extends UrgencyTrigger>(
  { time }: UrgencyTrigger,
  { isNight, isExamDay }: UrgencyFacts<T>,
): boolean {
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
