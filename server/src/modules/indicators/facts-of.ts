import { dayOf } from '../../platform/zone.ts';
import { dispatchMarks, intakeMarks, returnMarks } from './dispatch-marks.ts';
import { contactMarks, dueMarks, signMarks } from './duty-marks.ts';
import type { Holder, Mark, Rules } from './mark.ts';
import { ledgerMarks, pressureMarks } from './pressure-marks.ts';
import { callBackMarks, replyMarks, resultMarks } from './result-marks.ts';
import type { Story, Told } from './story.ts';
import { storyOf } from './story-of.ts';

/** Raised whenever facts are made otherwise than before: then all of them are made anew, by themselves. */
export const factVersion = 3;

/** 事实: what an order puts into one instant for one unit; marks of several figures that share all that. */
export interface Fact {
  readonly at: Date;
  readonly waitsUntil: Date | null;
  readonly holder: Holder | null;
  readonly marks: readonly Mark[];
}

export interface OrderFacts {
  readonly county: string;
  readonly matter: string;
  readonly issueId: string;
  readonly facts: readonly Fact[];
  /** 'YYYY-MM-01': every month it ever had to do with. */
  readonly months: readonly string[];
}

/** 指标从事件算出: all marks of an order, from its whole history. Pure. */
export function marksOf(story: Story, rules: Rules): Mark[] {
  return [
    ...intakeMarks(story),
    ...dispatchMarks(story, rules),
    ...returnMarks(story),
    ...signMarks(story),
    ...contactMarks(story, rules),
    ...dueMarks(story),
    ...pressureMarks(story),
    ...ledgerMarks(story, rules),
    ...replyMarks(story, rules),
    ...callBackMarks(story),
    ...resultMarks(story),
  ];
}

/** Null: not an order's history. */
export function factsOf(events: readonly Told[], rules: Rules): OrderFacts | null {
  const story = storyOf(events);
  if (story.acceptedAt === null) return null;
  const dayAt = (at: Date) => dayOf(at.getTime(), rules.zone);
  const daysOn = [...events.map(({ at }) => at), ...story.everAt].map(dayAt);
  return {
    county: story.area.slice(0, 6),
    matter: story.matter,
    issueId: story.issueId,
    facts: gathered(marksOf(story, rules)),
    months: [...new Set([...daysOn, ...story.everOn].map((on) => `${on.slice(0, 7)}-01`))],
  };
}

/** A row holds a figure once, and one amount. */
function gathered(marks: readonly Mark[]): Fact[] {
  const facts: { at: Date; waitsUntil: Date | null; holder: Holder | null; marks: Mark[] }[] = [];
  for (const one of marks) {
    const row = facts.find((fact) => hasPlaceFor(fact, one));
    if (row) row.marks.push(one);
    else facts.push({ at: one.at, waitsUntil: one.waitsUntil, holder: one.holder, marks: [one] });
  }
  return facts;
}

function hasPlaceFor(fact: Fact, { at, waitsUntil, holder, figure, amount }: Mark): boolean {
  return (
    fact.at.getTime() === at.getTime() &&
    fact.waitsUntil?.getTime() === waitsUntil?.getTime() &&
    fact.holder?.unit === holder?.unit &&
    fact.marks.every((one) => one.figure !== figure && (one.amount === null || amount === null))
  );
}
