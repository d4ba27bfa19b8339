/** 标记 of an appeal when a run reads it; a sum of these is kept beside its id. */
export const markOf = { urgent: 1, again: 2, dissatisfied: 4, rated: 8, vulnerable: 16 } as const;
export type Mark = keyof typeof markOf;
export type MarkCounts = Record<Mark, number>;

export function countMarks(all: readonly number[]): MarkCounts {
  const count = (mark: Mark) => all.filter((marks) => (marks & markOf[mark]) !== 0).length;
  return {
    urgent: count('urgent'),
    again: count('again'),
    dissatisfied: count('dissatisfied'),
    rated: count('rated'),
    vulnerable: count('vulnerable'),
  };
}

export interface Ranked extends MarkCounts {
  readonly people: number;
  readonly messages: number;
  readonly peopleBefore: number | null;
}

/** 增长系数: people of this period to those of the one before, half at least, double at most; 1 where nobody knows. */
export function growthFactor({ people, peopleBefore }: Ranked): number {
  if (peopleBefore === null) return 1;
  return Math.min(2, Math.max(0.5, (people + 1) / (peopleBefore + 1)));
}

/** 危害系数: 1 for none; urgent ones count whole, what came again, was rated badly or hurts the weak counts half. */
export function harmFactor({ messages, urgent, again, dissatisfied, vulnerable }: Ranked): number {
  return 1 + (urgent + (again + dissatisfied + vulnerable) / 2) / Math.max(1, messages);
}

/** 排序得分: people, times growth, times harm. */
export const weightOf = (ranked: Ranked): number =>
  ranked.people * growthFactor(ranked) * harmFactor(ranked);

const parts = 12;

/** 各段件数: the period in twelve parts. */
export function barsOf(at: readonly Date[], { from, to }: { from: Date; to: Date }): number[] {
  const bars = Array.from({ length: parts }, () => 0);
  const span = Math.max(1, to.getTime() - from.getTime());
  for (const each of at) {
    const part = Math.floor((parts * (each.getTime() - from.getTime())) / span);
    const no = Math.min(parts - 1, Math.max(0, part));
    bars[no] = (bars[no] ?? 0) + 1;
  }
  return bars;
}
