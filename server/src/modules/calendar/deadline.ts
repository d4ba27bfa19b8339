import {
  type ClockLine,
  countedMs,
  joined,
  linesOf,
  type PauseMs,
  type Stretch,
  until,
  untilCounted,
  walk,
} from './stretches.ts';
import { type CalendarDay, isWorkingDay, type WorkingCalendar } from './working-calendar.ts';

/** 时限: how long a unit has. */
export type Limit =
  | { readonly kind: 'natural-minutes'; readonly minutes: number }
  | { readonly kind: 'working-minutes'; readonly minutes: number }
  | { readonly kind: 'working-days'; readonly days: number };

export interface Deadline {
  readonly dueAt: Date;
  /** 暂定: reaches into days no notice has settled yet. */
  readonly isProvisional: boolean;
  readonly explanation: readonly ClockLine[];
}

/** A limit begun at an instant, reduced to what a clock counts. */
export interface Budget {
  readonly inOfficeHoursOnly: boolean;
  readonly countsFromMs: number;
  readonly budgetMs: number;
}

const minuteMs = 60_000;

/** 办理截止时间: when an answer is due, and why. */
export function deadline(input: { from: Date; limit: Limit; calendar: WorkingCalendar }): Deadline {
  const fromMs = input.from.getTime();
  const budget = budgetOf(fromMs, input.limit, input.calendar);
  const path = pathToDue({ fromMs, budget, pauses: [], calendar: input.calendar });
  return {
    dueAt: new Date(endOf(path, fromMs)),
    isProvisional: path.some((stretch) => !stretch.isKnown),
    explanation: linesOf(path),
  };
}

/** What a limit allows, in counted time from its start. */
export function budgetOf(fromMs: number, limit: Limit, calendar: WorkingCalendar): Budget {
  if (limit.kind !== 'working-days') {
    const inOfficeHoursOnly = limit.kind === 'working-minutes';
    return { inOfficeHoursOnly, countsFromMs: fromMs, budgetMs: limit.minutes * minuteMs };
  }
  const dispatchDay = dayOfDispatch(fromMs, calendar);
  let lastDay = dispatchDay;
  for (let counted = 0; counted < limit.days; counted += 1)
    lastDay = nextWorkingDay(lastDay, calendar);
  // 次日起: the day of dispatch is not counted, the last day is, to the end of its office hours.
  const countsFromMs = limit.days === 0 ? fromMs : Math.max(fromMs, dispatchDay.toMs);
  const dueMs = closingOf(lastDay);
  const span = walk({ fromMs, countsFromMs, inOfficeHoursOnly: true, pauses: [], calendar });
  return { inOfficeHoursOnly: true, countsFromMs, budgetMs: countedMs(until(span, dueMs)) };
}

/** The way from the start to the instant at which the budget is used up. */
export function pathToDue(input: {
  fromMs: number;
  budget: Budget;
  pauses: readonly PauseMs[];
  calendar: WorkingCalendar;
}): Stretch[] {
  const { budgetMs, ...measure } = input.budget;
  const { fromMs, pauses, calendar } = input;
  return joined(untilCounted(walk({ fromMs, pauses, calendar, ...measure }), budgetMs));
}

export function endOf(path: readonly Stretch[], fromMs: number): number {
  return path.at(-1)?.toMs ?? fromMs;
}

/** 派单日: what is sent after office hours or on a day off counts as sent on the next working day. */
function dayOfDispatch(fromMs: number, calendar: WorkingCalendar): CalendarDay {
  const today = calendar.dayAt(fromMs);
  return isWorkingDay(today) && fromMs < closingOf(today) ? today : nextWorkingDay(today, calendar);
}

function nextWorkingDay(after: CalendarDay, calendar: WorkingCalendar): CalendarDay {
  const longestRestDays = 400;
  let day = after;
  for (let tried = 0; tried < longestRestDays; tried += 1) {
    day = calendar.dayAfter(day);
    if (isWorkingDay(day)) return day;
  }
  throw new RangeError(`no working day within ${longestRestDays} days of ${after.on}`);
}

function closingOf(day: CalendarDay): number {
  return day.open.at(-1)?.toMs ?? day.toMs;
}
