import { isMoreUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
import { type CalmWords, calmFor } from './calm.ts';
import { heardAt, saidIn } from './hear-trigger.ts';

/** 紧急触发词: any of `words`, one of every group of `needs` near it, and nothing of `unless`. */
export interface UrgencyTrigger {
  readonly code: string;
  readonly words: readonly string[];
  readonly needs: readonly (readonly string[])[];
  readonly unless: readonly string[];
  readonly time: 'any' | 'night' | 'day' | 'exam' | 'quiet-site';
  readonly raisesTo: Urgency;
  /** Whom it brings along; a danger to life brings somebody. */
  readonly linkage: readonly string[];
}

/** 险情识别 of the same words: a second opinion. */
export interface Reading {
  readonly strength: number;
  readonly kind: { readonly code: string; readonly name: string; readonly time: 'any' | 'exam' };
  readonly words: readonly string[];
}

export interface UrgencyFacts<T extends UrgencyTrigger> {
  /** What the person said: title, content and demand in one text. */
  readonly text: string;
  /** The matter's own urgency; U3 while no matter is chosen. */
  readonly matterUrgency: Urgency;
  readonly isNight: boolean;
  readonly isExamDay: boolean;
  /** 考点静音圈: told of a place near a site that is to be quiet now. */
  readonly isNearQuiet: boolean;
  readonly triggers: readonly T[];
  /** 平静语: what says that a danger is past, practised or only asked about. */
  readonly calm: readonly CalmWords[];
  /** Null where there was nothing to read. */
  readonly reading: Reading | null;
}

/** Heard, and yet not taken for a danger: an agent asks. Without calm words it is the reading that speaks against it. */
export interface Doubted<T extends UrgencyTrigger> extends Heard<T> {
  readonly calm: readonly string[];
}

export interface Heard<T extends UrgencyTrigger> {
  readonly trigger: T;
  /** The words by which it was heard. */
  readonly words: readonly string[];
}

/** 识别建议: no word of the rules raised it so far, and yet it reads like a danger. */
export interface Proposed {
  readonly urgency: Urgency;
  readonly reading: Reading;
}

export interface ComputedUrgency<T extends UrgencyTrigger> {
  /** What it has until a person decides. */
  readonly urgency: Urgency;
  /** By matter and triggers alone; only a shift lead goes below. */
  readonly ruled: Urgency;
  readonly proposed: Proposed | null;
  /** In the order of the city's data. */
  readonly heard: readonly Heard<T>[];
  /** Empty when the matter alone is as urgent. */
  readonly raisedBy: readonly Heard<T>[];
  /** 存疑: what would have raised it, had other words not spoken against it. */
  readonly doubted: readonly Doubted<T>[];
}

/** 紧急程度: the matter's own, raised by what the words and the hour tell; never lowered here. */
export function urgencyOf<T extends UrgencyTrigger>(facts: UrgencyFacts<T>): ComputedUrgency<T> {
  const { heard, doubted } = listen(facts);
  const isNews = ({ trigger }: Heard<T>) => isMoreUrgent(trigger.raisesTo, facts.matterUrgency);
  const raisedBy = heard.filter(isNews);
  const ruled = raisedBy.reduce<Urgency>(
    (most, { trigger }) => (isMoreUrgent(trigger.raisesTo, most) ? trigger.raisesTo : most),
    facts.matterUrgency,
  );
  const proposed = proposedFor(facts, ruled);
  return {
    urgency: proposed?.urgency ?? ruled,
    ruled,
    proposed,
    heard,
    raisedBy,
    doubted: doubted.filter(isNews),
  };
}

/** What is heard, and what of it other words or the reading speak against. */
function listen<T extends UrgencyTrigger>(
  facts: UrgencyFacts<T>,
): { heard: Heard<T>[]; doubted: Doubted<T>[] } {
  const said = saidIn(facts.text);
  const heard: Heard<T>[] = [];
  const doubted: Doubted<T>[] = [];
  for (const trigger of facts.triggers) {
    const places = isTimeOf(trigger, facts) ? heardAt(said, trigger) : null;
    if (places === null) continue;
    const words = places.map(({ word }) => word);
    const calm = calmFor(said, places, facts.calm);
    if (calm.length > 0 || readsCalm(trigger, facts)) doubted.push({ trigger, words, calm });
    else heard.push({ trigger, words });
  }
  return { heard, doubted };
}

// Chosen on one half of the invented emergencies of evals/urgency, told on the other.
const likely = 1.5;
const sure = 4;
const hardly = -1;

/** Only of dangers to life does the reading know better than the word: what is a nuisance reads calm and is urgent all the same. */
const readsCalm = (
  { raisesTo, linkage, time }: UrgencyTrigger,
  { reading }: { readonly reading: Reading | null },
): boolean =>
  raisesTo === 'U1' &&
  linkage.length > 0 &&
  time !== 'quiet-site' &&
  reading !== null &&
  reading.strength < hardly;

/** A person looks first: the reading alone calls nobody out unless it is very sure. */
function proposedFor<T extends UrgencyTrigger>(
  { reading, isExamDay }: UrgencyFacts<T>,
  ruled: Urgency,
): Proposed | null {
  if (reading === null || reading.strength < likely) return null;
  if (reading.kind.time === 'exam' && !isExamDay) return null;
  const urgency: Urgency = reading.strength >= sure ? 'U1' : 'U2';
  return isMoreUrgent(urgency, ruled) ? { urgency, reading } : null;
}

function isTimeOf<T extends UrgencyTrigger>(
  { time }: UrgencyTrigger,
  { isNight, isExamDay, isNearQuiet }: UrgencyFacts<T>,
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
    case 'quiet-site':
      return isNearQuiet;
    default:
      return time satisfies never;
  }
}
