import { clockOf, type WorkingCalendar } from '../calendar/index.ts';
import type { Assignment } from './assignment.ts';
import { dutyLimits } from './duty-limits.ts';
import { workingStates } from './steps.ts';

export interface DueFacts {
  readonly pauses: readonly { reason: string; from: Date; to: Date | null }[];
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}

type Duty = Pick<
  Assignment,
  'id' | 'parent_id' | 'state' | 'sent_at' | 'due_at' | 'wished_due_at' | 'limits'
>;

/**
 * 应办结时间 of the working duties, oldest first, from their limits and how long their clocks stood still. One that
 * was passed down never outlives its parent, nor the time somebody named for it.
 */
export function dueOf(duties: readonly Duty[], facts: DueFacts): Map<string, Date> {
  const dueById = new Map<string, Date>();
  for (const duty of duties.filter(isRunning)) {
    const own = dueByLimit(duty, facts);
    if (!own) continue;
    const parent = duties.find(({ id }) => id === duty.parent_id);
    const rest = parent && (dueById.get(parent.id) ?? parent.due_at);
    // Passed down after the parent's limit: overdue since then, not since before it was asked.
    const cap = rest && rest < duty.sent_at ? duty.sent_at : rest;
    dueById.set(duty.id, earliest(own, cap ?? null, duty.wished_due_at));
  }
  return dueById;
}

/** What the limit alone gives. */
export function dueByLimit(
  { sent_at: startedAt, limits }: Pick<Duty, 'sent_at' | 'limits'>,
  facts: DueFacts,
): Date | null {
  const { handle: limit } = dutyLimits.parse(limits);
  return limit && clockOf({ startedAt, endedAt: null, limit, ...facts }).dueAt;
}

/** 应签收时间: like every clock of the order, later by what it stood still. */
export function signDueBy(
  { sent_at: startedAt, limits }: Pick<Duty, 'sent_at' | 'limits'>,
  facts: DueFacts,
): Date | null {
  const { sign: limit } = dutyLimits.parse(limits);
  return limit && clockOf({ startedAt, endedAt: null, limit, ...facts }).dueAt;
}

/** 尚待签收, and nobody has been rung yet. */
export const isUnsigned = ({ state, rings }: Pick<Assignment, 'state' | 'rings'>): boolean =>
  state === 'sent' && rings === 0;

function earliest(own: Date, ...others: readonly (Date | null)[]): Date {
  return others.reduce<Date>((first, one) => (one && one < first ? one : first), own);
}

export const isRunning = ({ state, due_at }: Pick<Duty, 'state' | 'due_at'>): boolean =>
  due_at !== null && workingStates.some((each) => each === state);
