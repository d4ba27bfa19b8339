import type { Figures } from './problems.repo.ts';
import { barsOf, countMarks, weightOf } from './rank.ts';
import type { Span } from './read-orders.ts';

interface Counted {
  readonly people: number;
  readonly peopleBefore: number | null;
  readonly span: Span;
}

/** 各项数字 of a found problem, from its appeals. */
export function figuresOf(
  members: readonly { readonly at: Date; readonly marks: number }[],
  { people, peopleBefore, span }: Counted,
): Figures {
  const marks = countMarks(members.map((member) => member.marks));
  const messages = members.length;
  return {
    people,
    messages,
    people_before: peopleBefore,
    ...marks,
    weight: weightOf({ people, messages, peopleBefore, ...marks }),
    bars: barsOf(
      members.map(({ at }) => at),
      span,
    ),
  };
}
