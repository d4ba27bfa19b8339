import type { StepCount } from './days.repo.ts';

export interface Covered {
  readonly precision: number;
  readonly saidFrom: number | null;
  readonly covered: number;
  readonly right: number;
  readonly of: number;
}

const precisions = [0.9, 0.95, 0.975, 0.99] as const;
/** Of fewer nothing is said. */
const fewest = 20;

/**
 * 放行比例: how many suggestions could be let through so that this share of them is right: all that were called at least so
 * likely. Measured on what was, so a bar that few stand above is chance.
 */
export function coverageOf(steps: readonly StepCount[]): Covered[] {
  const downwards = steps.toSorted((a, b) => b.step - a.step);
  const of = steps.reduce((sum, { count }) => sum + count, 0);
  return precisions.map((precision) => {
    let best: Omit<Covered, 'precision' | 'of'> = { saidFrom: null, covered: 0, right: 0 };
    let [covered, right] = [0, 0];
    for (const { step, count, first } of downwards) {
      covered += count;
      right += first;
      if (covered >= fewest && right >= precision * covered)
        best = { saidFrom: step, covered, right };
    }
    return { precision, of, ...best };
  });
}

/** 十分位: the same by tenths of what was said. */
export function tenths(steps: readonly StepCount[]): StepCount[] {
  const byTenth = new Map<number, StepCount>();
  for (const { step, count, first, said } of steps) {
    const tenth = Math.floor(step / 10);
    const so = byTenth.get(tenth) ?? { step: tenth, count: 0, first: 0, said: 0 };
    byTenth.set(tenth, {
      step: tenth,
      count: so.count + count,
      first: so.first + first,
      said: so.said + said,
    });
  }
  return [...byTenth.values()].toSorted((a, b) => a.step - b.step);
}
