import { isMoreUrgent, type Urgency, urgencies } from '@minsheng/contract/words/order.ts';
import type { Json } from '../../platform/json.ts';

interface Told {
  readonly data: Readonly<Record<string, Json>>;
}

/**
 * 紧急程度被调低: by a person, by another matter, or by calm words that took a danger back (intake keeps those as
 * `doubted`). Whatever was ever said more urgent than what stands now has been lowered.
 */
export function wasLowered(now: Urgency, matterUrgency: Urgency, told: readonly Told[]): boolean {
  const everSaid = told.flatMap(({ data }) =>
    [data.computedUrgency, data.urgency, data.before, data.after].flatMap(asUrgency),
  );
  const isDoubted = told.some(({ data }) => Array.isArray(data.doubted) && data.doubted.length > 0);
  return isDoubted || [...everSaid, matterUrgency].some((said) => isMoreUrgent(said, now));
}

const asUrgency = (said: Json | undefined): Urgency[] =>
  urgencies.filter((urgency) => urgency === said);
