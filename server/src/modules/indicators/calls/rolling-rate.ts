import type { Ratio } from '../wilson.ts';
import type { CallRow } from './call-figures.ts';

const dayMs = 24 * 3_600_000;

/** K3 24小时滚动接通率 (GB/T 33358: 连续24小时内): of those who asked for a person in the 24 hours before an instant. */
export function rollingRate(calls: readonly CallRow[], at: Date): Ratio {
  const since = at.getTime() - dayMs;
  const asked = calls.filter(
    ({ queuedAt }) => queuedAt !== null && queuedAt.getTime() > since && queuedAt <= at,
  );
  return {
    numerator: asked.filter(({ answeredBy }) => answeredBy === 'person').length,
    denominator: asked.length,
  };
}
