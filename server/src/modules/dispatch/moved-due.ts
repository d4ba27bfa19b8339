import type { CalendarChange, ChangedDay, WorkingCalendar } from '../calendar/index.ts';
import { deadline } from '../calendar/index.ts';
import { cityHour } from '../organisation/index.ts';
import type { Assignment } from './assignment.ts';
import { type DueFacts, dueOf, isRunning, isUnsigned, signDueBy } from './due-of.ts';
import { dueTimes, dutyLimits } from './duty-limits.ts';

const instants = ['sign_due_at', 'contact_due_at', 'due_at', 'original_due_at'] as const;
type Instant = (typeof instants)[number];

/** What moved of one duty, and only that. */
export interface MovedDuty {
  readonly duty: Assignment;
  readonly set: Partial<Record<Instant, Date>>;
}

/**
 * 时限随日历更正: which instants of an order's running duties another calendar puts elsewhere. Only those whose clock
 * crosses a day that changed: whatever a person once settled otherwise is left as it is.
 */
export function movedDue(
  duties: readonly Assignment[],
  facts: DueFacts,
  change: CalendarChange,
): MovedDuty[] {
  const dueById = dueOf(duties, facts);
  return duties.filter(isRunning).flatMap((duty) => {
    const now = instantsOf(duty, dueById.get(duty.id) ?? null, facts);
    const set = Object.fromEntries(
      instants.flatMap((name) => {
        const [before, after] = [duty[name], now[name]];
        const moves =
          before !== null &&
          after !== null &&
          before.getTime() !== after.getTime() &&
          isCrossed(change, duty.sent_at, latest(before, after), facts.calendar);
        return moves ? [[name, after]] : [];
      }),
    );
    return Object.keys(set).length > 0 ? { duty, set } : [];
  });
}

/** What was done in time or late stays so: only clocks that still run follow the calendar. */
function instantsOf(
  duty: Assignment,
  dueAt: Date | null,
  facts: DueFacts,
): Record<Instant, Date | null> {
  const { calendar } = facts;
  const { contactDueAt } = dueTimes(duty.sent_at, dutyLimits.parse(duty.limits), calendar);
  const cap = dueAt && dueAt > duty.sent_at ? dueAt : null;
  return {
    sign_due_at: isUnsigned(duty) ? capped(signDueBy(duty, facts), cap) : null,
    contact_due_at: duty.contacted_at === null ? capped(contactDueAt, cap) : null,
    due_at: dueAt,
    original_due_at: originalOf(duty, dueAt, calendar),
  };
}

/**
 * 原时限: the limit as first given, by the right calendar. A holiday announced late is no extension somebody asked for,
 * so the original date follows the calendar as the one in force does.
 */
function originalOf(duty: Assignment, dueAt: Date | null, calendar: WorkingCalendar): Date | null {
  if (duty.due_at?.getTime() === duty.original_due_at?.getTime()) return dueAt;
  const { handle, handleAtFirst } = dutyLimits.parse(duty.limits);
  const limit = handleAtFirst ?? handle;
  // The rest its parent had then is not known any more.
  if (!limit || duty.parent_id !== null) return duty.original_due_at;
  return deadline({ from: duty.sent_at, limit, calendar }).dueAt;
}

/** The changed days a clock crosses on its way; for changed office hours there is none to name. */
export function daysCrossed(
  { days }: CalendarChange,
  from: Date,
  to: Date,
  { zone }: WorkingCalendar,
): ChangedDay[] {
  const [first, last] = [cityHour(from, zone).on, cityHour(to, zone).on];
  return days.filter(({ on }) => first <= on && on <= last);
}

const isCrossed = (change: CalendarChange, from: Date, to: Date, calendar: WorkingCalendar) =>
  change.changesHours || daysCrossed(change, from, to, calendar).length > 0;

const latest = (a: Date, b: Date): Date => (a > b ? a : b);

function capped(at: Date | null, cap: Date | null): Date | null {
  return at && cap && cap < at ? cap : at;
}
