import type { MechanismCondition } from '@minsheng/contract/mechanism-data.ts';
import type { MechanismMoment } from '@minsheng/contract/words/mechanisms.ts';
import type { Json } from '../../platform/json.ts';
import { dayOf } from '../../platform/zone.ts';
import { answersOf } from '../matters/index.ts';

export type Moments = Readonly<Record<MechanismMoment, Date | null>>;

/** One order as conditions and figures see it. */
export interface Facts {
  readonly values: ReadonlyMap<string, Json>;
  readonly moments: Moments;
  readonly isOpen: boolean;
  readonly zone: string;
}

const minuteMs = 60_000;

/** 条件是否成立. */
export function holds(condition: MechanismCondition, facts: Facts): boolean {
  const { values, moments } = facts;
  if ('is' in condition) {
    const said = answersOf(values.get(condition.field));
    return said.some((answer) => condition.is.includes(answer));
  }
  if ('filled' in condition) return values.has(condition.filled);
  if ('positive' in condition) return Number(values.get(condition.positive) ?? 0) > 0;
  if ('same' in condition) return compared(values, condition.same) === 'same';
  if ('differs' in condition) return compared(values, condition.differs) === 'other';
  if ('reached' in condition) return moments[condition.reached] !== null;
  if ('open' in condition) return facts.isOpen;
  if ('day' in condition) return isBy(facts, moments[condition.before], values.get(condition.day));
  const from = moments[condition.from];
  const to = moments[condition.to];
  return (
    from !== null && to !== null && to.getTime() - from.getTime() <= condition.minutes * minuteMs
  );
}

export const allHold = (conditions: readonly MechanismCondition[], facts: Facts): boolean =>
  conditions.every((condition) => holds(condition, facts));

function compared(
  values: Facts['values'],
  [a, b]: readonly [string, string],
): 'same' | 'other' | null {
  if (!values.has(a) || !values.has(b)) return null;
  return values.get(a) === values.get(b) ? 'same' : 'other';
}

const isBy = ({ zone }: Facts, at: Date | null, day: Json | undefined): boolean =>
  at !== null && typeof day === 'string' && dayOf(at.getTime(), zone) <= day;
