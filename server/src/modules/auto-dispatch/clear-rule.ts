import type { Plan } from '../dispatch/index.ts';

const groupDigits = 4;

/**
 * 目录明确: a row of the matter or its group speaks for a unit that takes orders, and none as good speaks for another:
 * no bureau stands in for an unknown county, no duty desk for a closed unit, no row won only by its id.
 */
export function isClear({ lead, rule, isBackstop }: Plan): boolean {
  if (lead === null || rule === null || isBackstop || rule.standsIn) return false;
  const isParticular = rule.because.matter.length >= groupDigits;
  const isTied = rule.beats.some((other) => other.by === 'id' && other.lead !== rule.lead);
  return isParticular && !isTied;
}
