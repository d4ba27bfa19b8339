import { percentile } from './percentile.ts';

/** Milliseconds, of all the times one question took. */
export interface Timed {
  readonly p50: number;
  readonly p95: number;
}

/** So many times after a first that does not count. */
export const timed = (times: number, ask: () => Promise<unknown>): Promise<Timed> =>
  timedOver(times, [ask]);

/** One after the other in turn, until there were so many; the first does not count. */
export async function timedOver(
  times: number,
  asks: readonly (() => Promise<unknown>)[],
): Promise<Timed> {
  await asks[0]?.();
  const all: number[] = [];
  for (let no = 0; no < times; no += 1) {
    const from = performance.now();
    await asks[no % asks.length]?.();
    all.push(performance.now() - from);
  }
  return timesOf(all);
}

export const timesOf = (all: readonly number[]): Timed => ({
  p50: percentile(all, 0.5),
  p95: percentile(all, 0.95),
});
