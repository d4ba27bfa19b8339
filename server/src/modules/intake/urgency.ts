import { isMoreUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
import { type CalmWords, calmFor } from './calm.ts';
import { heardAt, saidIn } from './hear-trigger.ts';

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
  /** 平静语: what says that a danger is past, practised or only asked about. */
  readonly calm: readonly CalmWords[];
}

/** Heard, and yet not taken for a danger: an agent asks. */
export interface Doubted<T extends UrgencyTrigger> extends Heard<T> {
  readonly calm: readonly string[];
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
  /** 存疑: what would have raised it, had other words not spoken against it. */
  readonly doubted: readonly Doubted<T>[];
}

/** 紧急程度: the matter's own, raised by what the words and the hour tell; never lowered here. */
export function urgencyOf<T extends UrgencyTrigger>(facts: UrgencyFacts<T>): ComputedUrgency<T> {
  const said = saidIn(facts.text);
  const heard: Heard<T>[] = [];
  const doubted: Doubted<T>[] = [];
  for (const trigger of facts.triggers) {
    const places = isTimeOf(trigger, facts) ? heardAt(said, trigger) : null;
    if (places === null) continue;
    const words = places.map(({ word }) => word);
    const calm = calmFor(said, places, facts.calm);
    if (calm.length === 0) heard.push({ trigger, words });
    else doubted.push({ trigger, words, calm });
  }
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
    doubted: doubted.filter(({ trigger }) => isMoreUrgent(trigger.raisesTo, facts.matterUrgency)),
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
