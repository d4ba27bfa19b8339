import type { GoldProblem } from './read-gold.ts';

export type Half = 0 | 1;
export const halves: readonly Half[] = [0, 1];

/** 两半: the given problems alternate, and so do the messages of none, so that a rule is fitted on one and told on the other. */
export function halvesOf(
  ids: readonly string[],
  gold: readonly GoldProblem[],
): (id: string) => Half {
  const half = new Map<string, Half>();
  gold.forEach((problem, no) => {
    for (const id of problem.ids) half.set(id, no % 2 === 0 ? 0 : 1);
  });
  ids.forEach((id, no) => {
    if (!half.has(id)) half.set(id, no % 2 === 0 ? 0 : 1);
  });
  return (id) => half.get(id) ?? 0;
}

/** Whether two messages tell of one given thing. */
export function sameIn(gold: readonly GoldProblem[]): (a: string, b: string) => boolean {
  const problems = new Map<string, Set<string>>();
  for (const { problem, ids } of gold)
    for (const id of ids) problems.set(id, (problems.get(id) ?? new Set()).add(problem));
  return (a, b) => [...(problems.get(a) ?? [])].some((problem) => problems.get(b)?.has(problem));
}
