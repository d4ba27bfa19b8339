/** 工作日历与时限: working time by region, deadlines and clocks that explain themselves. */
export { calendarRows, workingCalendar } from './calendar.repo.ts';
export {
  type CalendarChange,
  type ChangedDay,
  changeToFollow,
  followed,
} from './changes.repo.ts';
export { type DayFacts, dayFacts } from './day-facts.ts';
export { type Deadline, deadline, type Limit } from './deadline.ts';
export { type ClockFacts, type ClockReading, clockOf, workingMinutesBetween } from './elapsed.ts';
export type { ClockLine, Pause } from './stretches.ts';
export {
  type CalendarRows,
  type WorkingCalendar,
  workingCalendar as calendarOf,
} from './working-calendar.ts';
